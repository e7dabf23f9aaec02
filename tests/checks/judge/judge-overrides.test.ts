import assert from "node:assert/strict";
import { defaultOptions } from "../../../checks/configuration/options";
import { judgeOverrides } from "../../../checks/judge/judge-overrides";
import { nothing } from "../../../checks/judge/outcome";
import { neuronVisibleDevices } from "../../../checks/rules/neuron-visible-devices";
import { readStack } from "../../../checks/stack/read-stack";
import type { TaskStarter } from "../../../checks/stack/stack-resources";
import { UNKNOWN } from "../../../ecs/known";
import { rightTask, variable } from "../right-task";

/** A target that starts the right task with an override of its sidecar. */
function starterOf(override: unknown, task: object = rightTask()): TaskStarter {
    const stack = readStack([
        { id: "task", type: "AWS::ECS::TaskDefinition", properties: { ...task } },
        {
            id: "nightly",
            type: "aws_cloudwatch_event_target",
            properties: {
                arn: UNKNOWN,
                ecsTarget: [{ taskDefinitionArn: UNKNOWN }],
                input: { containerOverrides: [override] },
            },
            dependencies: { ecsTarget: ["task"] },
        },
    ]);
    const [starter] = stack.starters;
    assert.ok(starter);
    return starter;
}

/** What the rule on devices says of such a target. */
const outcomeOf = (override: unknown, task?: object, change: Partial<TaskStarter> = {}) =>
    judgeOverrides(neuronVisibleDevices, { ...starterOf(override, task), ...change }, defaultOptions);

const devices = (value: unknown) => ({
    name: "neuron-rtd",
    environment: [variable("AWS_NEURON_VISIBLE_DEVICES", value)],
});

describe("What overrides of containers make of a task", () => {
    it("is told of what starts it, without a fix, as its task definition is right", () =>
        assert.deepStrictEqual(outcomeOf(devices("all")), {
            violations: [
                {
                    path: ["overrides"],
                    variable: "AWS_NEURON_VISIBLE_DEVICES",
                    subject: 'container "neuron-rtd", as event target "nightly" overrides it,',
                    given: 'has AWS_NEURON_VISIBLE_DEVICES "all"',
                    problem: 'item 1, "all", is not a device index',
                    requirement: "it must be ALL, or a contiguous ascending list of device indexes such as 0 or 0,1",
                    remedy: "set it to ALL",
                },
            ],
            undecided: [],
        }));

    it("is not told again of what is wrong with the task definition itself", () => {
        const broken = rightTask({ daemon: { environment: [variable("AWS_NEURON_VISIBLE_DEVICES", "0,2")] } });
        assert.deepStrictEqual(outcomeOf(devices("0,2"), broken), { violations: [], undecided: [] });
    });

    it("is nothing where it stays right", () => assert.equal(outcomeOf(devices("0,1")), nothing));

    it("is nothing where it is not known which task that is, or which one of several", () => {
        const { taskDefinition } = starterOf(devices("all"));
        assert.ok(taskDefinition !== UNKNOWN);
        const { targets } = taskDefinition;
        assert.equal(outcomeOf(devices("all"), undefined, { taskDefinition: UNKNOWN }), nothing);
        for (const several of [[], [...targets, ...targets]]) {
            const change = { taskDefinition: { targets: several, elsewhere: false } };
            assert.equal(outcomeOf(devices("all"), undefined, change), nothing);
        }
    });

    it("is nothing where there are none", () =>
        assert.equal(outcomeOf(devices("all"), undefined, { withoutOverrides: undefined }), nothing));

    it("is not decided where an override is not known", () =>
        assert.deepStrictEqual(outcomeOf(devices(UNKNOWN)), {
            violations: [],
            undecided: [{ path: ["overrides"] }],
        }));
});
