import assert from "node:assert/strict";
import { UNKNOWN } from "../../../checks/known";
import { neuronDevicesExist } from "../../../checks/rules/neuron-devices-exist";
import { capacity, inferenceService, inferenceTask, said } from "../inference-stack";

const type = "attribute:ecs.instance-type";
const memberOf = (expression: unknown) => ({ placementConstraints: [{ type: "memberOf", expression }] });
const elsewhere = { capacityProviderStrategies: [{ capacityProvider: "elsewhere" }] };
const launches = (instanceType: unknown) => ({ template: { instanceType } });
const overrides = (...names: string[]) => ({
    group: {
        mixedInstancesPolicy: {
            launchTemplate: {
                launchTemplateSpecification: { launchTemplateId: "template" },
                overrides: names.map((instanceType) => ({ instanceType })),
            },
        },
        launchTemplate: undefined,
    },
});

function found(
    devices: unknown,
    service: Record<string, unknown> = {},
    change: Parameters<typeof capacity>[0] = {},
    task: Record<string, unknown> = {},
): readonly string[] {
    return said(
        neuronDevicesExist,
        inferenceTask("task", { devices, ...task }),
        inferenceService("service", "task", service),
        ...capacity(change),
    );
}

const refused = (size: string, chips: string, devices: string) => [
    `service: taskDefinition: service "service" may place tasks of "task" on ${size}, which has ${chips}, but ` +
        `container "neuron-rtd" has AWS_NEURON_VISIBLE_DEVICES "${devices}": ` +
        "set it to ALL, or place the tasks on a size that has the devices",
];
const one = "1 Inferentia chip (device 0)";
const four = "4 Inferentia chips (devices 0 to 3)";

describe("neuron-devices-exist", () => {
    const cases: [string, () => readonly string[], readonly string[]][] = [
        ["accepts all devices", () => found("ALL"), []],
        ["accepts the devices of the size that is launched", () => found("0"), []],
        ["accepts the last device of the size that is launched", () => found("3", {}, launches("inf1.6xlarge")), []],
        ["refuses devices beyond the size that is launched", () => found("0,1"), refused("inf1.xlarge", one, "0,1")],
        [
            "refuses one device beyond the size that is launched",
            () => found("4", {}, launches("inf1.6xlarge")),
            refused("inf1.6xlarge", four, "4"),
        ],
        [
            "refuses devices beyond the smallest size that is launched",
            () => found("3,4", {}, overrides("inf1.24xlarge", "inf1.6xlarge")),
            refused("inf1.6xlarge", four, "3,4"),
        ],
        [
            "accepts what the service's placement keeps off the smaller size",
            () => found("3,4", memberOf(`${type} == inf1.24xlarge`), overrides("inf1.24xlarge", "inf1.6xlarge")),
            [],
        ],
        [
            "refuses what the service's placement lets onto the smaller size",
            () => found("0,1", memberOf(`${type} =~ inf1.*`), overrides("inf1.24xlarge", "inf1.xlarge")),
            refused("inf1.xlarge", one, "0,1"),
        ],
        [
            "refuses devices beyond the size that the placement names, where the capacity is elsewhere",
            () => found("0,1", { ...elsewhere, ...memberOf(`${type} == inf1.xlarge`) }),
            refused("inf1.xlarge", one, "0,1"),
        ],
        [
            "does not know the size where the capacity is elsewhere, and nothing else names it",
            () => found("0,1", elsewhere),
            [],
        ],
        [
            "does not know the size where the placement lets others in",
            () => found("0,1", { ...elsewhere, ...memberOf(`${type} != m5.large`) }),
            [],
        ],
        [
            "leaves a placement that never matches to another rule",
            () => found("0,1", memberOf(`${type} == inf1.6xlarge`)),
            [],
        ],
        [
            "leaves what the task definition alone shows to another rule",
            () => found("0,1", {}, {}, memberOf(`${type} == inf1.xlarge`)),
            [],
        ],
        ["leaves what no size has to another rule", () => found("15,16"), []],
        ["leaves a list that is none to another rule", () => found("0,2"), []],
        ["leaves Fargate to another rule", () => found("0,1", { launchType: "FARGATE" }), []],
        [
            "says nothing of a definition elsewhere",
            () => found("0,1", { taskDefinition: "elsewhere:1", ...memberOf(`${type} == inf1.xlarge`) }),
            [],
        ],
        [
            "needs no size for all devices",
            () => found("ALL", { capacityProviderStrategies: [{ capacityProvider: UNKNOWN }] }),
            [],
        ],
    ];
    for (const [what, is, expected] of cases) {
        it(what, () => assert.deepStrictEqual(is(), expected));
    }

    const open: [string, () => readonly string[], string][] = [
        [
            "the devices",
            () => found(UNKNOWN),
            'containerDefinitions[1].environment.AWS_NEURON_VISIBLE_DEVICES of "task"',
        ],
        [
            "the task definition's placement",
            () => found("0,1", {}, {}, { placementConstraints: UNKNOWN }),
            'placementConstraints of "task"',
        ],
        ["the service's placement", () => found("0,1", { placementConstraints: UNKNOWN }), "placementConstraints"],
        [
            "the capacity provider",
            () => found("0,1", { capacityProviderStrategies: [{ capacityProvider: UNKNOWN }] }),
            "capacityProviderStrategies",
        ],
        ["the size that is launched", () => found("0,1", {}, launches(UNKNOWN)), "instanceType of the launch template"],
        ["the launch type", () => found("0,1", { launchType: UNKNOWN }), "launchType"],
    ];
    for (const [what, is, path] of open) {
        it(`says that it does not know ${what}`, () => assert.deepStrictEqual(is(), [`service: ${path}: not known`]));
    }
});
