import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import { pulumi } from "../../emulation/session";
import { describeOnTheEngine, toolsTimeoutMilliseconds } from "../engine/engine";
import { errors, Stack } from "../engine/stack";
import { copyExample } from "./example";

const plugin = "./node_modules/pulumi-ecs-inferentia/plugin";

describeOnTheEngine("A Pulumi YAML program of the packed package", (session) => {
    let folder: string;
    let file: string;
    let stack: Stack;

    before("copy the example, and prepare the language host", async function () {
        this.timeout(toolsTimeoutMilliseconds);
        folder = await copyExample(session(), "pulumi-yaml", "pulumi-yaml-told");
        file = join(folder, "Pulumi.yaml");
        stack = await Stack.in(session(), folder, "told");
    });

    it("gets the package by pulumi package add, as the example has it", async () => {
        const { packages, ...without } = parse(readFileSync(file, "utf8")) as { packages: Record<string, string> };
        assert.deepEqual(packages, { "ecs-inferentia": plugin });
        writeFileSync(file, stringify(without));
        const { code, stderr } = await pulumi(session(), ["package", "add", plugin], { cwd: folder });
        assert.equal(code, 0, stderr);
        assert.deepEqual(parse(readFileSync(file, "utf8")), { ...without, packages });
    });

    /** The preview, which refuses it, of another program; the example's is there again afterwards. */
    async function refusedPreview(change: (text: string) => string) {
        const right = readFileSync(file, "utf8");
        writeFileSync(file, change(right));
        const preview = await stack.preview();
        writeFileSync(file, right);
        assert.equal(preview.code, 1);
        return preview;
    }

    it("is told what is wrong with an argument as a TypeScript program is told", async () => {
        const preview = await refusedPreview((text) => text.replace("containerPort: 8080", "containerPort: 80800"));
        assert.ok(
            errors(preview).includes(
                'TaskDefinition "bert" has a wrong argument:\n' +
                    "  - containers[0].portMappings[0].containerPort is 80800, " +
                    "but must be a whole number from 1 to 65535\n",
            ),
            errors(preview),
        );
    });

    /** What a preview says of the program with other properties of its resources. */
    async function refusal(change: (properties: (name: string) => Record<string, unknown>) => void): Promise<string> {
        const preview = await refusedPreview((text) => {
            const program = parse(text) as { resources: Record<string, { properties: Record<string, unknown> }> };
            change((name) => program.resources[name]?.properties ?? {});
            return stringify(program);
        });
        return errors(preview) || preview.stdout;
    }

    it("is checked at its first preview against what it writes of a pool itself", async () => {
        const said = await refusal((properties) => {
            properties("bert")["visibleDevices"] = "0,1";
            properties("bert")["pool"] = {
                clusterName: "${ml.clusterName}",
                clusterArn: "${ml.clusterArn}",
                capacityProviderName: "${ml.pool.capacityProviderName}",
                instanceTypes: ["inf2.xlarge"],
            };
        });
        assert.match(said, /- visibleDevices is "0,1", but device 1 does not exist: inf2\.xlarge has 1 /);
    });

    for (const [taker, argument, value, type, taken] of [
        ["bert", "pool", "${ml}", "Cluster", "PoolReference"],
        ["service", "task", "${bert}", "TaskDefinition", "TaskReference"],
    ] as const) {
        it(`is told by Pulumi of a ${type} in place of its ${argument}, before anything is created`, async () => {
            const said = await refusal((properties) => {
                properties(taker)[argument] = value;
            });
            const line = `${argument}: Cannot assign 'ecs-inferentia:index:${type}' to 'ecs-inferentia:index:${taken}'`;
            assert.ok(said.includes(`  ${line}\n`), said);
            assert.ok(!said.includes(" ecs-inferentia:index:Cluster ml create"), said);
        });
    }

    for (const [taker, component, without] of [
        ["bert", "TaskDefinition", {}],
        ["service", "Service", { instanceType: "inf2.xlarge" }],
    ] as const) {
        it(`is told at its first preview of the one pool of a cluster with two, by the ${component}`, async () => {
            const said = await refusal((properties) => {
                delete properties("ml")["instanceType"];
                properties("ml")["pools"] = {
                    small: { instanceType: "inf2.xlarge" },
                    large: { instanceType: "inf2.8xlarge" },
                };
                delete properties("bert")["pool"];
                Object.assign(properties("bert"), without);
                properties(taker)["pool"] = "${ml.pool}";
            });
            assert.equal(
                said.trim(),
                `ecs-inferentia:index:${component} resource 'bert' has a problem: ` +
                    `${component} "bert" has a wrong argument:\n  - pool is missing; ` +
                    "give that of a Cluster: pool where it has one pool, pools.NAME where it has several",
            );
        });
    }

    it("is told of the wrong one alone, where others are created at the same time", async () => {
        const preview = await refusedPreview((text) => {
            const program = parse(text) as { resources: { ml: object; bert: { properties: object } } };
            const { ml, bert } = program.resources;
            const another = (pool: string) => ({ ...bert, properties: { ...bert.properties, pool } });
            const pools = { small: { instanceType: "inf1.xlarge" }, large: { instanceType: "inf1.2xlarge" } };
            const resources = {
                ml: { ...ml, properties: { pools } },
                one: another("${ml.pools.small}"),
                wrong: another("${ml.pool}"),
                two: another("${ml.pools.large}"),
            };
            return stringify({ ...program, resources, outputs: {} }, { aliasDuplicateObjects: false });
        });
        const said = errors(preview) || preview.stdout;
        const refused = [...said.matchAll(/resource '(\w+)' has a problem: TaskDefinition/g)].map(([, name]) => name);
        assert.deepEqual([...new Set(refused)], ["wrong"], said);
    });
});
