import assert from "node:assert/strict";
import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import { peerDependencies } from "../../package.json";
import { compile, installPackage, packages, run, type InstalledPackage } from "./installed";

const example = join(__dirname, "..", "..", "examples", "mixed-pools-with-fargate", "index.ts");

describe("The npm package, beside the oldest versions of its peers", function () {
    this.timeout(300_000);
    let installed: InstalledPackage;

    before(async () => {
        const oldest = Object.entries(peerDependencies).map(([name, range]) => `${name}@${range.replace("^", "")}`);
        installed = await installPackage(packages.library, ...oldest, "@types/node@20");
    });
    after(() => installed?.remove());

    it("has types that hold throughout, for an example that uses all components", async () => {
        const program = join(installed.folder, "index.ts");
        await copyFile(example, program);
        await compile(program, "--module", "node16", "--moduleResolution", "node16", "--types", "node");
    });

    it("loads", async () => {
        const script = "console.log(typeof require('pulumi-ecs-inferentia').Cluster)";
        assert.equal((await run("node", ["-e", script], { cwd: installed.folder })).stdout, "function\n");
    });
});
