import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { cached } from "../../emulation/cache";
import { run } from "../../emulation/command";
import { go } from "../../emulation/pulumi-cli/build";

const root = join(__dirname, "..", "..");
const generatorModule = join(root, "emulation", "pulumi-cli");

/** Generates the SDK of a language from the schema that the provider answers. @throws where the schema is faulty. */
export async function generateSdk(language: "go" | "python", folder: string): Promise<void> {
    const schema = join(root, "plugin", "schema.json");
    const { code, stderr } = await run(await generator(), [language, schema, folder]);
    assert.deepEqual({ code, stderr }, { code: 0, stderr: "" });
}

/** The generator, which is built where its source or the modules that it is built from have changed. */
async function generator(): Promise<string> {
    const key = createHash("sha256");
    for (const file of ["go.mod", "go.sum", "generate-sdk/main.go"]) {
        key.update(readFileSync(join(generatorModule, file)));
    }
    const folder = await cached(`generate-sdk-${key.digest("hex").slice(0, 12)}`, async (unfinished) => {
        console.log("Building the generator of SDKs with Go (once, about 2 minutes) …");
        await go(["build", "-o", `${unfinished}/`, "./generate-sdk"], { cwd: generatorModule });
    });
    return join(folder, "generate-sdk");
}
