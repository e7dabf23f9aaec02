import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import * as nodeModule from "node:module";
import { join } from "node:path";
import library from "../../package.json";
import command from "../../cli/package.json";
import { exampleOf } from "../../checks/examples";
import { installPackage, packages, run, type InstalledPackage } from "./installed";

describe("The package of the command, installed in an empty folder", function () {
    this.timeout(300_000);
    let installed: InstalledPackage;
    let cache: string;

    before(async () => {
        installed = await installPackage(packages.command);
        cache = join(installed.folder, "node_modules", "ecs-inferentia", "dist", ".cache");
        const { definition } = exampleOf("neuron-rtd-capabilities", "the sidecar adds no capability");
        await writeFile(join(installed.folder, "task-definition.json"), JSON.stringify(definition));
    });
    after(() => installed?.remove());

    /** What the command prints there, and the code with which it ends. */
    async function said(...args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
        try {
            const { stdout, stderr } = await run("npx", ["--offline", "ecs-inferentia", ...args], {
                cwd: installed.folder,
            });
            return { code: 0, out: stdout, err: stderr };
        } catch (error) {
            const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
            return { code, out: stdout, err: stderr };
        }
    }

    it("is one package, and brings no other", async () => {
        const brought = await readdir(join(installed.folder, "node_modules"));
        assert.deepStrictEqual(
            brought.filter((name) => !name.startsWith(".")),
            ["ecs-inferentia"],
        );
    });

    it("is of the library's version, licence, engines and repository", () => {
        const { version, license, engines, bugs, type } = library;
        const { directory, ...repository } = command.repository;
        assert.deepStrictEqual(
            { ...command, repository },
            { ...command, version, license, engines, bugs, type, repository: library.repository },
        );
        assert.equal(directory, "cli");
    });

    it("has the built files, their licences and the rules' pages, in less than a megabyte", async () => {
        const built = (await readdir(join(packages.command, "dist"))).filter((name) => name !== ".cache");
        const pages = await readdir(join(packages.library, "docs", "rules"));
        assert.deepStrictEqual(
            [...installed.files].sort(),
            [
                "LICENSE",
                "README.md",
                "package.json",
                ...built.map((name) => `dist/${name}`),
                ...pages.map((name) => `docs/rules/${name}`),
            ].sort(),
        );
        assert.ok(built.includes("LICENSES.txt"));
        assert.ok(installed.size < 1_000_000, `${installed.size} bytes`);
    });

    it("leaves nothing in the folder from which it is packed", () => {
        const left = ["LICENSE", "docs"].filter((name) => existsSync(join(packages.command, name)));
        assert.deepStrictEqual(left, []);
    });

    it("checks a file, by the name that npx knows it by, and keeps what Node compiled where Node can", async () => {
        const { code, out, err } = await said("check", "task-definition.json");
        assert.deepStrictEqual([code, out.split("\n").at(-2), err], [1, "1 file checked: 1 mandatory, 0 advisory", ""]);
        assert.equal(existsSync(cache), "enableCompileCache" in nodeModule);
    });

    it("does the same where nothing can be kept", async () => {
        const before = await said("check", "task-definition.json");
        await rm(cache, { recursive: true, force: true });
        await writeFile(cache, "a file, in which no folder can be");
        assert.deepStrictEqual(await said("check", "task-definition.json"), before);
    });

    it("prints the page of a rule", async () => {
        const page = await readFile(join(packages.library, "docs", "rules", "neuron-ami.md"), "utf8");
        const out = page.replace(/<!-- Generated.*-->\n\n/, "");
        assert.deepStrictEqual(await said("explain", "neuron-ami"), { code: 0, out, err: "" });
    });

    it("checks a folder of YAML, for which it loads its parser", async () => {
        await mkdir(join(installed.folder, "templates"));
        await writeFile(
            join(installed.folder, "templates", "template.yaml"),
            "Resources:\n  Task:\n    Type: AWS::ECS::TaskDefinition\n    Properties:\n" +
                "      ContainerDefinitions: [{ Name: neuron-rtd, Image: neuron-rtd }]\n",
        );
        const { code, out } = await said("check", "templates");
        assert.deepStrictEqual([code, /^templates\/template\.yaml:\d+:\d+ {2}neuron-rtd-sidecar/.test(out)], [1, true]);
    });
});
