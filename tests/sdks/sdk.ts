import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateSdk } from "../../scripts/release/generated-sdk";

/** A language for which the schema has an SDK here. */
export type SdkLanguage = "go" | "python";

const generated = new Map<SdkLanguage, Promise<string>>();

/** The folder of the SDK of a language, which is generated once for all tests. */
export function sdkOf(language: SdkLanguage): Promise<string> {
    const sdk = generated.get(language) ?? newSdk(language);
    generated.set(language, sdk);
    return sdk;
}

async function newSdk(language: SdkLanguage): Promise<string> {
    const folder = mkdtempSync(join(tmpdir(), `pulumi-ecs-inferentia-sdk-${language}-`));
    process.once("exit", () => rmSync(folder, { recursive: true }));
    await generateSdk(language, folder);
    return folder;
}
