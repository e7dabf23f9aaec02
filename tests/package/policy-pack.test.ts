import assert from "node:assert/strict";
import { mkdtemp, readdir, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "./installed";
import { exampleOf } from "../../checks/examples";
import { dependencies } from "../../policy-pack/package.json";
import { packFolder, servePolicyPack, unknownText } from "../policy-pack/policy-server";
import { rules } from "../../checks/rules";

describe("The policy pack, published", function () {
    this.timeout(300_000);
    let published: string;

    // As `pulumi policy publish` packs a pack, and as the engine then installs it where a stack requires it.
    before(async () => {
        published = await realpath(await mkdtemp(join(tmpdir(), "published-")));
        const { stdout } = await run("npm", ["pack", "--json", "--pack-destination", published], { cwd: packFolder });
        const [report] = Object.values(
            JSON.parse(stdout.slice(stdout.search(/^[[{]$/m))) as Record<string, { filename: string }>,
        );
        assert.ok(report !== undefined, stdout);
        await run("tar", ["-xzf", report.filename, "--strip-components", "1"], { cwd: published });
        await rm(join(published, report.filename));
    });
    after(() => rm(published, { recursive: true, force: true }));

    it("is its bundle and two descriptions", async () => {
        assert.deepStrictEqual((await readdir(published)).sort(), ["PulumiPolicy.yaml", "dist", "package.json"]);
        assert.deepStrictEqual(await readdir(join(published, "dist")), ["index.js"]);
    });

    const sdk = dependencies["@pulumi/policy"];
    const oldest = `${sdk.replace(/^>=([\d.]+) <2$/, "$1")}.0`;
    for (const version of [sdk, oldest]) {
        it(`runs in an empty folder, with nothing but its own dependencies and @pulumi/policy ${version}`, async () => {
            const options = ["--ignore-scripts", "--no-save", "--no-audit", "--no-fund", "--prefer-offline"];
            await run("npm", ["install", ...options, `@pulumi/policy@${version}`], { cwd: published });
            const pack = await servePolicyPack(published);
            try {
                const { name, policiesList } = await pack.info();
                assert.equal(name, "ecs-inferentia");
                assert.deepStrictEqual(
                    policiesList.slice(1, rules.length + 1).map((policy) => policy.name),
                    rules.map((rule) => rule.name),
                );
                const example = exampleOf("neuron-visible-devices", "the devices are not contiguous");
                const properties = {
                    ...example.definition,
                    containerDefinitions: JSON.stringify(example.definition["containerDefinitions"]),
                };
                const type = "aws:ecs/taskDefinition:TaskDefinition";
                const said = await pack.analyze({ type, name: "task", properties });
                assert.deepStrictEqual(
                    said.map(({ policyName, message }) => [policyName, message.split("\n").at(-1)]),
                    example.findings.map(({ rule, message }) => [rule ?? "neuron-visible-devices", message]),
                );
                const unknown = { containerDefinitions: unknownText };
                assert.deepStrictEqual(
                    (await pack.analyze({ type, name: "unknown", properties: unknown })).map(
                        ({ policyName }) => policyName,
                    ),
                    ["neuron-unknown-at-preview"],
                );
            } finally {
                pack.close();
            }
        });
    }
});
