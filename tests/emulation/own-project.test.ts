import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { version } from "@pulumi/aws/package.json";
import { projectFolder, serveVersionsOf } from "../../emulation/own-project";

describe("a project of one's own in the emulation", () => {
    let folder: string;
    let home: string;

    beforeEach(() => {
        folder = mkdtempSync(join(tmpdir(), "own-project-"));
        home = join(folder, "home");
        mkdirSync(join(home, "plugins", `resource-aws-v${version}`), { recursive: true });
    });

    afterEach(() => rmSync(folder, { recursive: true, force: true }));

    function install(installed: string): void {
        const sdk = join(folder, "node_modules", "@pulumi", "aws");
        mkdirSync(sdk, { recursive: true });
        writeFileSync(join(sdk, "package.json"), JSON.stringify({ name: "@pulumi/aws", version: installed }));
    }

    const [major = "", minor = ""] = version.split(".");
    const plugin = (of: string): string => join(home, "plugins", `resource-aws-v${of}`);

    it("is a folder with Pulumi.yaml", () => {
        assert.throws(() => projectFolder(folder), {
            message: `${folder} has no Pulumi.yaml; give the folder of a Pulumi project`,
        });
        writeFileSync(join(folder, "Pulumi.yaml"), "name: own\nruntime: nodejs\n");
        assert.equal(projectFolder(folder), folder);
    });

    it("finds the stand-in under the version of its own SDK", () => {
        const theirs = `${major}.${Number(minor) - 1}.0`;
        install(theirs);
        serveVersionsOf(folder, home);
        assert.equal(existsSync(plugin(theirs)), true);
    });

    it("is refused with an SDK of another major version, whose inputs are others", () => {
        install("6.1.0");
        assert.throws(() => serveVersionsOf(folder, home), {
            message: `${folder} uses @pulumi/aws 6.1.0, and the stand-in serves ${version}; install @pulumi/aws@${version}`,
        });
    });

    it("needs no SDK in another language", () => {
        serveVersionsOf(folder, home);
        assert.equal(existsSync(plugin("6.1.0")), false);
    });
});
