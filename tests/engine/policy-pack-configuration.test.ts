import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { awsOf, projectRoot } from "../../emulation/session";
import { exampleOf } from "../../checks/examples";
import { repaired } from "../checks/repaired";
import { describeOnTheEngine } from "./engine";
import { said } from "./said";
import { changes, errors, Stack } from "./stack";

const pack = join(projectRoot, "policy-pack");

describeOnTheEngine("the configuration of the policy pack on the engine", (session) => {
    let stack: Stack;

    before(async () => {
        stack = await Stack.make(session(), join(__dirname, "programs", "task-definitions"), "configured");
    });

    const files = (definitions: Readonly<Record<string, unknown>>, configuration: unknown) => {
        const file = (name: string, content: unknown) => {
            const path = join(session().folder, name);
            writeFileSync(path, JSON.stringify(content));
            return path;
        };
        return {
            withPack: ["--policy-pack", pack, "--policy-pack-config", file("configuration.json", configuration)],
            env: { TASK_DEFINITIONS: file("configured.json", definitions) },
        };
    };
    const gap = exampleOf("neuron-visible-devices", "the devices are not contiguous").definition as {
        readonly family: string;
        readonly containerDefinitions: readonly object[];
    };

    /** With the empty list that ECS stores beside added capabilities: without it, every preview shows a replacement. */
    const withDrop = (definition: typeof gap) =>
        JSON.parse(JSON.stringify(definition), (key, value: object) =>
            key === "capabilities" ? { drop: [], ...value } : value,
        ) as typeof gap;

    it("is refused with names of options that do not exist, before a resource is checked", async () => {
        const { withPack, env } = files({ gap }, { "neuron-rtd-sidecar": { runtime: ["libnrt"] } });
        const preview = await stack.preview(withPack, env);
        assert.notEqual(preview.code, 0);
        const printed = preview.stdout + preview.stderr;
        assert.match(printed, /neuron-rtd-sidecar has no option "runtime" \(did you mean runtimes\?\)/);
        assert.deepEqual(said(preview.events), []);
    });

    it("switches a rule off for one resource, which is said with the reason", async () => {
        const { withPack, env } = files(
            { gap, other: gap },
            { "neuron-visible-devices": { suppressions: [{ resource: "gap", reason: "an experiment" }] } },
        );
        const preview = await stack.preview(withPack, env);
        const complaint =
            'container "neuron-rtd" has AWS_NEURON_VISIBLE_DEVICES "0,2", but there is a gap between 0 and 2: the ' +
            "list must be contiguous; " +
            "it must be ALL, or a contiguous ascending list of device indexes such as 0 or 0,1: set it to ALL";
        assert.notEqual(preview.code, 0);
        assert.deepEqual(said(preview.events), [
            "gap advisory neuron-suppressed: neuron-visible-devices is switched off for this resource, because: an " +
                `experiment. It would say: ${complaint}`,
            `other mandatory neuron-visible-devices: ${complaint}`,
        ]);
    });

    it("switches off every rule for one resource, where a rule would repair it too", async () => {
        const { withPack, env } = files(
            { gap: withDrop(exampleOf("neuron-visible-devices", "ALL is in lower case").definition as typeof gap) },
            {
                "ecs-inferentia": { suppressions: [{ resource: "gap", reason: "an experiment" }] },
                "neuron-visible-devices": "remediate",
            },
        );
        const preview = await stack.preview(withPack, env);
        assert.deepEqual(
            [preview.code, said(preview.events).map((text) => text.split(",")[0])],
            [0, ["gap advisory neuron-suppressed: neuron-visible-devices is switched off for this resource"]],
            errors(preview),
        );
    });

    it("repairs a task definition, which is said, and AWS gets the repaired one; a second preview changes nothing", async () => {
        const note =
            'gap advisory neuron-remediated: neuron-visible-devices: container "neuron-rtd" now has ' +
            'AWS_NEURON_VISIBLE_DEVICES "ALL"';
        const definition = withDrop(
            exampleOf("neuron-visible-devices", "ALL is in lower case").definition as typeof gap,
        );
        const { withPack, env } = files({ gap: definition }, { all: "remediate", "neuron-remediated": "advisory" });
        const preview = await stack.preview(withPack, env);
        assert.deepEqual([preview.code, errors(preview), said(preview.events)], [0, "", [note]]);

        const up = await stack.up(withPack, env);
        assert.deepEqual([up.code, errors(up), said(up.events), changes(up)], [0, "", [note], { create: 2 }]);
        const { taskDefinition } = await (
            await awsOf(session()).ecs()
        ).describeTaskDefinition({ taskDefinition: gap.family });
        const wanted = repaired(definition).definition as typeof gap;
        assert.deepEqual(
            taskDefinition?.containerDefinitions?.map(({ environment }) => environment),
            wanted.containerDefinitions.map((container) => (container as { environment?: unknown }).environment),
        );

        const again = await stack.preview([...withPack, "--expect-no-changes"], env);
        assert.deepEqual([again.code, changes(again)], [0, { same: 2 }]);
        assert.equal((await stack.destroy()).code, 0);
    });
});
