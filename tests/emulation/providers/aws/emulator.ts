import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Context } from "mocha";
import { motoPython } from "../../../../emulation/moto/environment";
import { type MotoServer, startMoto } from "../../../../emulation/moto/server";
import { AwsProvider } from "../../../../emulation/providers/aws/provider";
import { orSkip } from "../skip";

export const region = "us-west-2";

/** The default tags of the provider that `configuredFor` makes. */
export const defaultTags = { team: "ml" };

/**
 * Starts an emulator for the tests of a suite; where none can be had, skips them with the reason, and fails with
 * `CI=true`.
 */
export async function emulatorFor(suite: Context): Promise<MotoServer> {
    suite.timeout(180_000);
    const moto = join(__dirname, "../../../../emulation/moto");
    const python = await orSkip(suite, () => motoPython(moto, console.warn));
    return startMoto(python, join(moto, "serve.py"), mkdtempSync(join(tmpdir(), "pulumi-ecs-inferentia-test-")));
}

export function configuredFor(server: MotoServer, inRegion = region): AwsProvider {
    const provider = new AwsProvider();
    provider.configure({ region: inRegion, defaultTags: { tags: defaultTags } }, { AWS_ENDPOINT_URL: server.endpoint });
    return provider;
}
