import assert from "node:assert/strict";
import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { version as packageVersion } from "../../package.json";
import plugin from "../../plugin/package.json";
import { servePolicyPack } from "../policy-pack/policy-server";
import { compile, installPackage, packages, run, type InstalledPackage } from "./installed";

const entry = [
    "AmiResolution",
    "Cluster",
    "ContainerInsights",
    "ImagePullBehavior",
    "InferentiaInstanceType",
    "InstanceRefresh",
    "InvalidArgumentsError",
    "LaunchTemplate",
    "ListenerProtocol",
    "LoadBalancer",
    "LoadBalancerType",
    "ModelServer",
    "NetworkMode",
    "NeuronRuntime",
    "Pool",
    "Route",
    "RouteProtocol",
    "Scaling",
    "Service",
    "TaskDefinition",
    "TransportProtocol",
    "WarmPoolState",
    "deepLearningContainersRegistry",
    "runTaskCommand",
];

describe("The npm package, installed in an empty folder", function () {
    this.timeout(300_000);
    let installed: InstalledPackage;

    before(async () => {
        installed = await installPackage(packages.library);
    });
    after(() => installed?.remove());

    it("installs without an engine warning", () => {
        assert.doesNotMatch(installed.said, /EBADENGINE/);
    });

    it("carries the components, the policy pack and their documents, and nothing that only the project needs", () => {
        const folders = new Set(
            installed.files.map((path) =>
                path
                    .split("/")
                    .slice(0, /^(?:cli|policy-pack)\//.test(path) ? 2 : 1)
                    .join("/"),
            ),
        );
        assert.deepStrictEqual([...folders].sort(), [
            "AGENTS.md",
            "CHANGELOG.md",
            "LICENSE",
            "README.md",
            "cli/dist",
            "dist",
            "docs",
            "package.json",
            "plugin",
            "policy-pack/PulumiPolicy.yaml",
            "policy-pack/dist",
            "policy-pack/package.json",
        ]);
        assert.deepStrictEqual(
            installed.files.filter((path) => /(?<!\.d)\.ts$/.test(path)),
            [],
        );
    });

    it("carries the plugin for other Pulumi languages, of its own version", () => {
        assert.deepStrictEqual(
            installed.files.filter((path) => path.startsWith("plugin/")).sort(),
            ["PulumiPlugin.yaml", "index.js", "package.json", "schema.json"].map((file) => `plugin/${file}`),
        );
        const { name, version } = plugin;
        assert.deepStrictEqual({ name, version }, { name: "pulumi-ecs-inferentia", version: packageVersion });
    });

    it("brings neither the emulation nor what only that needs", async () => {
        const brought = await readdir(join(installed.folder, "node_modules"));
        assert.deepStrictEqual(
            brought.filter((name) => name === "@aws-sdk" || name.includes("emulation")),
            [],
        );
    });

    it("is required by CommonJS, and imported by ES modules", async () => {
        const print =
            "console.log(JSON.stringify(Object.keys(entry).filter((name) => !['default', 'module.exports', " +
            "'__esModule'].includes(name)).sort()))";
        const required = await run("node", ["-e", `const entry = require("pulumi-ecs-inferentia"); ${print}`], {
            cwd: installed.folder,
        });
        const imported = await run(
            "node",
            ["--input-type=module", "-e", `import * as entry from "pulumi-ecs-inferentia"; ${print}`],
            { cwd: installed.folder },
        );
        assert.deepStrictEqual([JSON.parse(required.stdout), JSON.parse(imported.stdout)], [entry, entry]);
    });

    it("has types for programs of either module resolution", async () => {
        const program = join(installed.folder, "program.ts");
        await writeFile(
            program,
            `import { Cluster, type ClusterArgs } from "pulumi-ecs-inferentia";
             const args: ClusterArgs = { instanceType: "inf1.xlarge" };
             export const name = new Cluster("ml", args).clusterName;`,
        );
        for (const [module, resolution] of [
            ["commonjs", "node10"],
            ["node16", "node16"],
        ] as const) {
            await compile(program, "--skipLibCheck", "--module", module, "--moduleResolution", resolution);
        }
    });

    it("brings the command, with the files that its own package has", async () => {
        const { stdout } = await run(join(installed.folder, "node_modules", ".bin", "ecs-inferentia"), ["--version"]);
        assert.equal(stdout, `${packageVersion}\n`);
        const built = (await readdir(join(packages.command, "dist"))).filter((name) => name !== ".cache");
        assert.deepStrictEqual(
            installed.files.filter((path) => path.startsWith("cli/")).sort(),
            built.map((name) => `cli/dist/${name}`).sort(),
        );
    });

    it("serves its policy pack from there", async () => {
        const pack = await servePolicyPack(
            join(installed.folder, "node_modules", "pulumi-ecs-inferentia", "policy-pack"),
        );
        try {
            const { name, version } = await pack.info();
            assert.deepStrictEqual({ name, version }, { name: "ecs-inferentia", version: packageVersion });
            const [said] = await pack.analyze({
                type: "aws:ecs/taskDefinition:TaskDefinition",
                name: "task",
                properties: { containerDefinitions: JSON.stringify([{ name: "neuron-rtd", image: "neuron-rtd" }]) },
            });
            assert.equal(said?.policyName, "neuron-rtd-sidecar");
        } finally {
            pack.close();
        }
    });
});
