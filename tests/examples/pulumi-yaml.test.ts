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

    it("is told what is wrong with an argument as a TypeScript program is told", async () => {
        const right = readFileSync(file, "utf8");
        writeFileSync(file, right.replace("containerPort: 8501", "containerPort: 85010"));
        const preview = await stack.preview();
        writeFileSync(file, right);
        assert.equal(preview.code, 1);
        assert.ok(
            errors(preview).includes(
                'TaskDefinition "bert" has a wrong argument:\n' +
                    "  - containers[0].portMappings[0].containerPort is 85010, " +
                    "but must be a whole number from 1 to 65535\n",
            ),
            errors(preview),
        );
    });

    it("is checked at its first preview against what it writes of a pool itself", async () => {
        const right = readFileSync(file, "utf8");
        const program = parse(right) as { resources: Record<string, { properties: Record<string, unknown> }> };
        const task = program.resources["bert"]?.properties ?? {};
        task["pool"] = {
            clusterName: "${ml.clusterName}",
            clusterArn: "${ml.clusterArn}",
            capacityProviderName: "${ml.pool.capacityProviderName}",
            instanceTypes: ["inf1.xlarge"],
        };
        task["visibleDevices"] = "0,1";
        writeFileSync(file, stringify(program));
        const preview = await stack.preview();
        writeFileSync(file, right);
        assert.equal(preview.code, 1);
        assert.match(errors(preview), /- visibleDevices is "0,1", but device 1 does not exist: inf1\.xlarge has 1 /);
    });
});
