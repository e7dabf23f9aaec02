import { cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { run } from "../../emulation/command";
import { go } from "../../emulation/pulumi-cli/build";
import schema from "../../plugin/schema.json";
import { mypy, pythonOfSdks } from "../sdks/mypy";
import { sdkOf, type SdkLanguage } from "../sdks/sdk";

/** The language of a program with a generated SDK; undefined for one without. */
export function generatedLanguage(folder: string): SdkLanguage | undefined {
    return existsSync(join(folder, "go.mod")) ? "go" : existsSync(join(folder, "__main__.py")) ? "python" : undefined;
}

/**
 * Does for a program in Go or Python what `pulumi package add` does by the language's own host, which comes with the
 * official CLI only: the SDK in `sdks/`, and for Python a virtual environment with what `requirements.txt` names, which
 * is that of the tests and the SDK.
 */
export async function installSdk(folder: string): Promise<void> {
    const language = generatedLanguage(folder);
    if (language === undefined) {
        return;
    }
    const sdk = join(folder, "sdks", "ecs-inferentia");
    cpSync(await sdkOf(language), sdk, { recursive: true });
    if (language === "python") {
        const python = await pythonOfSdks();
        const venv = join(folder, "venv");
        await run(python, ["-m", "venv", "--without-pip", venv]);
        const packages = packagesOf(venv);
        writeFileSync(join(packages, "tests.pth"), `${packagesOf(dirname(dirname(python)))}\n${sdk}\n`);
        // The SDK asks for its version, by which the engine finds the plugin.
        const { version, language: of } = schema;
        const metadata = join(packages, `${of.python.packageName}-${version}.dist-info`);
        mkdirSync(metadata);
        writeFileSync(join(metadata, "METADATA"), `Name: ${of.python.packageName}\nVersion: ${version}\n`);
    }
}

/** The folder of the packages of a virtual environment. */
function packagesOf(venv: string): string {
    const [version = ""] = readdirSync(join(venv, "lib"));
    return join(venv, "lib", version, "site-packages");
}

/** What the type checker of such a program's language says, where it says anything. */
export async function errorsOfTypes(language: SdkLanguage, folder: string): Promise<string> {
    if (language === "go") {
        return (await go(["vet", "."], { cwd: folder })).stderr;
    }
    const said = await mypy(["__main__.py"], folder, join(folder, "sdks", "ecs-inferentia"));
    return said === "Success: no issues found in 1 source file\n" ? "" : said;
}
