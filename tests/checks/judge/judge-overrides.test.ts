import assert from "node:assert/strict";
import { defaultOptions } from "../../../checks/configuration/options";
import { judgeOverrides } from "../../../checks/judge/judge-overrides";
import { neuronVisibleDevices } from "../../../checks/rules/neuron-visible-devices";
import { readStack } from "../../../checks/stack/read-stack";
import { UNKNOWN } from "../../../ecs/known";
import { rightTask, variable } from "../right-task";

/** What the rule on devices says of a target that starts the right task with an override of its sidecar. */
function outcomeOf(override: unknown, task: object = rightTask()) {
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
    return judgeOverrides(neuronVisibleDevices, starter, defaultOptions);
}

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

    it("is nothing where it stays right", () =>
        assert.deepStrictEqual(outcomeOf(devices("0,1")), { violations: [], undecided: [] }));

    it("is not decided where an override is not known", () =>
        assert.deepStrictEqual(outcomeOf(devices(UNKNOWN)), {
            violations: [],
            undecided: [{ path: ["overrides"] }],
        }));
});
