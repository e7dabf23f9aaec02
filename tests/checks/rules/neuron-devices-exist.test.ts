import assert from "node:assert/strict";
import { UNKNOWN } from "../../../ecs/known";
import { neuronDevicesExist } from "../../../checks/rules/neuron-devices-exist";
import { capacity, inferenceService, inferenceTask, launching, memberOf, said } from "../inference-stack";
import { resource } from "../stack-resources";

const type = "attribute:ecs.instance-type";
const elsewhere = { capacityProviderStrategies: [{ capacityProvider: "elsewhere" }] };
const launches = (instanceType: unknown) => ({ template: { instanceType } });

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
            () => found("3,4", {}, launching("inf1.24xlarge", "inf1.6xlarge")),
            refused("inf1.6xlarge", four, "3,4"),
        ],
        [
            "accepts what the service's placement keeps off the smaller size",
            () => found("3,4", memberOf(`${type} == inf1.24xlarge`), launching("inf1.24xlarge", "inf1.6xlarge")),
            [],
        ],
        [
            "refuses what the service's placement lets onto the smaller size",
            () => found("0,1", memberOf(`${type} =~ inf1.*`), launching("inf1.24xlarge", "inf1.xlarge")),
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

    const undecidedCases: [string, () => readonly string[], string][] = [
        [
            "the containers",
            () => found("0", memberOf(`${type} =~ inf1.*`), {}, { containerDefinitions: UNKNOWN }),
            'containerDefinitions of "task"',
        ],
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
    for (const [what, is, path] of undecidedCases) {
        it(`says that it does not know ${what}`, () => assert.deepStrictEqual(is(), [`service: ${path}: not known`]));
    }
});

describe("neuron-devices-exist, of devices that a container maps", () => {
    const mapping = (...devices: unknown[]) => ({
        name: "llm",
        image: "example.org/llm:1",
        linuxParameters: { devices: devices.map((hostPath) => ({ hostPath })) },
    });
    const mapped = (
        container: object,
        service: Record<string, unknown> = {},
        change: Parameters<typeof capacity>[0] = {},
    ): readonly string[] =>
        said(
            neuronDevicesExist,
            resource("taskDefinition", "task", { containerDefinitions: [container] }),
            inferenceService("service", "task", service),
            ...capacity(change),
        );
    const beyond = (size: string, chips: string, device: string) => [
        `service: taskDefinition: service "service" may place tasks of "task" on ${size}, which has ${chips}, but ` +
            `container "llm" maps ${device}: map fewer devices, or place the tasks on a size that has the devices`,
    ];
    const cases: [string, () => readonly string[], readonly string[]][] = [
        ["accepts the device of Inf2", () => mapped(mapping("/dev/neuron0"), {}, launches("inf2.xlarge")), []],
        ["accepts the last device", () => mapped(mapping("/dev/neuron15"), {}, launches("trn1.32xlarge")), []],
        ["accepts a device of another kind", () => mapped(mapping("/dev/fuse99"), {}, launches("inf2.xlarge")), []],
        [
            "refuses one beyond",
            () => mapped(mapping("/dev/neuron0", "/dev/neuron6"), {}, launches("inf2.24xlarge")),
            beyond("inf2.24xlarge", "6 Inferentia2 chips (devices 0 to 5)", "/dev/neuron6"),
        ],
        [
            "refuses one beyond the smallest of what is launched",
            () => mapped(mapping("/dev/neuron1"), {}, launching("trn1.32xlarge", "trn1.2xlarge")),
            beyond("trn1.2xlarge", "1 Trainium chip (device 0)", "/dev/neuron1"),
        ],
        [
            "accepts what one of the types has that the placement names, where the capacity is elsewhere",
            () => mapped(mapping("/dev/neuron1"), { ...elsewhere, ...memberOf(`${type} =~ inf2.*`) }),
            [],
        ],
        [
            "refuses what none of them has",
            () => mapped(mapping("/dev/neuron12"), { ...elsewhere, ...memberOf(`${type} =~ inf2.*`) }),
            beyond("inf2.48xlarge", "12 Inferentia2 chips (devices 0 to 11)", "/dev/neuron12"),
        ],
        [
            "does not know the chips of a type that is new",
            () => mapped(mapping("/dev/neuron40"), {}, launches("trn3.48xlarge")),
            [],
        ],
    ];
    for (const [what, is, expected] of cases) {
        it(what, () => assert.deepStrictEqual(is(), expected));
    }

    it("says that it does not know them", () =>
        assert.deepStrictEqual(mapped(mapping("/dev/neuron0", UNKNOWN), {}, launches("inf2.xlarge")), [
            'service: containerDefinitions[0].linuxParameters.devices of "task": not known',
        ]));
});

describe("neuron-devices-exist, of the cores of devices that a container maps", () => {
    const taking = (value: string, name = "NEURON_RT_VISIBLE_CORES", ...devices: string[]) => ({
        name: "llm",
        image: "example.org/llm:1",
        environment: [{ name, value }],
        linuxParameters: { devices: ["/dev/neuron0", ...devices].map((hostPath) => ({ hostPath })) },
    });
    const taken = (
        container: object,
        change: Parameters<typeof capacity>[0],
        service: Record<string, unknown> = {},
        task: Record<string, unknown> = {},
    ): readonly string[] =>
        said(
            neuronDevicesExist,
            resource("taskDefinition", "task", { containerDefinitions: [container], ...task }),
            inferenceService("service", "task", service),
            ...capacity(change),
        );
    const beyond = (type: string, chips: string, variable: string, those: string) => [
        `service: taskDefinition: service "service" may place tasks of "task" on ${type}, which has ${chips}, but ` +
            `container "llm" has ${variable}, and ${those} there: name fewer, or place the tasks on a type whose ` +
            "devices have them",
    ];
    const inf2 = "1 Inferentia2 chip (device 0)";
    const two = "the device that it maps has at most 2 cores";
    const cases: [string, () => readonly string[], readonly string[]][] = [
        ["accepts those of the type that is launched", () => taken(taking("0-1"), launches("inf2.xlarge")), []],
        ["accepts those of a larger chip", () => taken(taking("0-3"), launches("trn2.48xlarge")), []],
        [
            "refuses those of a larger chip",
            () => taken(taking("0-7"), launches("inf2.xlarge")),
            beyond("inf2.xlarge", inf2, 'NEURON_RT_VISIBLE_CORES "0-7"', two),
        ],
        [
            "refuses a number beyond them",
            () => taken(taking("3", "NEURON_RT_NUM_CORES"), launches("inf2.xlarge")),
            beyond("inf2.xlarge", inf2, 'NEURON_RT_NUM_CORES "3"', two),
        ],
        [
            "refuses those that one of the types that are launched has not",
            () => taken(taking("0-3"), launching("inf1.xlarge", "inf2.xlarge")),
            beyond("inf2.xlarge", inf2, 'NEURON_RT_VISIBLE_CORES "0-3"', two),
        ],
        [
            "accepts those of one of the types that the placement names, where the capacity is elsewhere",
            () => taken(taking("0-3"), {}, { ...elsewhere, ...memberOf(`${type} =~ inf*`) }),
            [],
        ],
        [
            "refuses those of none of the types that the placement names",
            () => taken(taking("0-3"), {}, { ...elsewhere, ...memberOf(`${type} == inf2.xlarge`) }),
            beyond("inf2.xlarge", inf2, 'NEURON_RT_VISIBLE_CORES "0-3"', two),
        ],
        [
            "leaves a device that is missing to be told by itself",
            () => taken(taking("0-3", undefined, "/dev/neuron1"), launches("inf2.xlarge")).slice(1),
            [],
        ],
        [
            "leaves what the task definition alone shows to another rule",
            () => taken(taking("0-3"), launches("inf2.xlarge"), {}, memberOf(`${type} == inf2.xlarge`)),
            [],
        ],
        ["leaves what no chip has to another rule", () => taken(taking("0-15"), launches("inf2.xlarge")), []],
        ["leaves Fargate to another rule", () => taken(taking("0-3"), {}, { launchType: "FARGATE" }), []],
    ];
    for (const [what, is, expected] of cases) {
        it(what, () => assert.deepStrictEqual(is(), expected));
    }

    it("says that it does not know them", () =>
        assert.deepStrictEqual(taken({ ...taking("0"), environment: UNKNOWN }, launches("inf2.xlarge")), [
            'service: containerDefinitions[0].environment of "task": not known',
        ]));
});
