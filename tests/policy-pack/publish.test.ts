import assert from "node:assert/strict";
import { mkdtemp, readdir, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../package/installed";
import { exampleOf } from "../../checks/examples";
import { packFolder, servePolicyPack } from "./policy-server";
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

    it("runs in an empty folder, with nothing but its own dependencies", async () => {
        await run("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"], {
            cwd: published,
        });
        const pack = await servePolicyPack(published);
        try {
            const { name, policiesList } = await pack.info();
            assert.equal(name, "ecs-inferentia");
            assert.deepStrictEqual(
                policiesList.slice(0, rules.length).map((policy) => policy.name),
                rules.map((rule) => rule.name),
            );
            const example = exampleOf("neuron-visible-devices", "the devices are not contiguous");
            const properties = {
                ...example.definition,
                containerDefinitions: JSON.stringify(example.definition["containerDefinitions"]),
            };
            const said = await pack.analyze({
                type: "aws:ecs/taskDefinition:TaskDefinition",
                name: "task",
                properties,
            });
            assert.deepStrictEqual(
                said.map(({ policyName, message }) => [policyName, message.split("\n").at(-1)]),
                example.findings.map(({ rule, message }) => [rule ?? "neuron-visible-devices", message]),
            );
        } finally {
            pack.close();
        }
    });
});
