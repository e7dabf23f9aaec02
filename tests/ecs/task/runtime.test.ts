import assert from "node:assert/strict";
import { UNKNOWN } from "../../../ecs/known";
import { evidenceOf, meansRuntime, runtimeOf, undecidedEvidenceOf } from "../../../ecs/task/runtime";
import { taskOf } from "../../checks/task-of";
import { undecidedAt } from "../../paths";
import { propertyText } from "../../../checks/phrasing/property-text";

const variable = (name: unknown) => ({ environment: [{ name, value: "1" }] });
const secret = (name: unknown) => ({ secrets: [{ name }] });
const device = (hostPath: unknown) => ({ linuxParameters: { devices: [{ hostPath }] } });
const requires = (type: unknown) => ({ resourceRequirements: [{ type, value: "1" }] });
const sidecar = { name: "neuron-rtd" };
const neuronx = { image: "own/pytorch-inference-neuronx:2" };
const behaving = {
    ...variable("AWS_NEURON_VISIBLE_DEVICES"),
    linuxParameters: { capabilities: { add: ["SYS_ADMIN"] }, devices: [{ hostPath: "/dev/neuron0" }] },
};
const first = "containerDefinitions[0]";

describe("The runtime that a task means", () => {
    const tasks: [string, object[], string][] = [
        ["the daemon's, by the sidecar", [{}, sidecar], "neuron-rtd"],
        ["the daemon's, by a container that behaves as it", [{}, behaving], "neuron-rtd"],
        ["the daemon's, by its address", [variable("NEURON_RTD_ADDRESS")], "neuron-rtd"],
        ["the daemon's, by its address in a secret", [secret("NEURON_RTD_ADDRESS")], "neuron-rtd"],
        ["the library's, by a device", [device("/dev/neuron0")], "libnrt"],
        ["the library's, by a list of cores", [variable("NEURON_RT_VISIBLE_CORES")], "libnrt"],
        ["the library's, by a number of cores", [variable("NEURON_RT_NUM_CORES")], "libnrt"],
        ["the library's, by a secret", [secret("NEURON_RT_NUM_CORES")], "libnrt"],
        ["the library's, by its image", [neuronx], "libnrt"],
        ["the library's, by another variable, where nothing else tells", [variable("NEURON_RT_LOG_LEVEL")], "libnrt"],
        [
            "the daemon's, although a model has another variable of the library",
            [variable("NEURON_RT_LOG_LEVEL"), sidecar],
            "neuron-rtd",
        ],
        ["the managed one, by a requirement", [requires("NeuronDevice")], "managed"],
        ["the managed one, whose image has the library", [{ ...requires("NeuronDevice"), ...neuronx }], "managed"],
        [
            "the managed one, although devices are mapped too",
            [device("/dev/neuron0"), requires("NeuronDevice")],
            "managed",
        ],
        ["mixed, by a device beside the sidecar", [device("/dev/neuron0"), sidecar], "mixed"],
        ["mixed, by a requirement beside the sidecar", [requires("NeuronDevice"), sidecar], "mixed"],
        ["mixed, by an address and an image", [{ ...variable("NEURON_RTD_ADDRESS"), ...neuronx }], "mixed"],
        ["mixed, where one is the sidecar and another only behaves so", [behaving, sidecar], "mixed"],
        ["unclear, where only an image is Neuron's", [{ image: "own/pytorch-inference-neuron:1" }], "unclear"],
        ["unclear, where nothing is", [{}], "unclear"],
        [
            "unclear, where only other devices and requirements are",
            [{ ...device("/dev/fuse"), ...requires("GPU") }],
            "unclear",
        ],
        [
            "the daemon's, although what another container requires is not known",
            [{ resourceRequirements: UNKNOWN }, sidecar],
            "neuron-rtd",
        ],
        [
            "the library's, although a variable is not known",
            [{ ...device("/dev/neuron0"), ...variable(UNKNOWN) }],
            "libnrt",
        ],
    ];
    for (const [what, containers, runtime] of tasks) {
        it(`is ${what}`, () => assert.equal(runtimeOf(taskOf(...containers)), runtime));
    }

    const open: [string, object[], string][] = [
        [
            "its environment may tell",
            [{ image: "own/pytorch-inference-neuron:1", environment: UNKNOWN }],
            `${first}.environment`,
        ],
        ["its image may tell", [{ image: UNKNOWN }], `${first}.image`],
        [
            "its requirements may make it the managed one",
            [neuronx, { resourceRequirements: UNKNOWN }],
            "containerDefinitions[1].resourceRequirements",
        ],
        [
            "a requirement may make it the managed one",
            [{ ...neuronx, ...requires(UNKNOWN) }],
            `${first}.resourceRequirements`,
        ],
    ];
    for (const [what, containers, path] of open) {
        it(`is not decided while ${what}`, () => {
            const task = taskOf(...containers);
            assert.throws(() => runtimeOf(task), undecidedAt(path));
            assert.equal(meansRuntime(task, "libnrt"), UNKNOWN);
        });
    }

    it("is not decided while the containers are not known", () =>
        assert.throws(() => runtimeOf({ ...taskOf({}), containers: UNKNOWN }), undecidedAt("containerDefinitions")));

    it("is one or another, where it is decided", () => {
        const task = taskOf(neuronx);
        assert.deepStrictEqual([meansRuntime(task, "libnrt"), meansRuntime(task, "neuron-rtd")], [true, false]);
    });
});

describe("What tells the runtime of a task", () => {
    const told = (...containers: object[]) =>
        evidenceOf(taskOf(...containers)).evidence.map(
            ({ runtime, container, property, words, isSetup }) =>
                `${runtime}: ${String(container.name)} ${words} (${propertyText(property)}${isSetup ? "" : ", perhaps"})`,
        );

    const cases: [string, object[], string[]][] = [
        ["the sidecar", [{}, sidecar], ["neuron-rtd: neuron-rtd is a neuron-rtd sidecar (containerDefinitions[1])"]],
        [
            "the sidecar, and no more of what it has",
            [{ ...behaving, ...sidecar, ...neuronx }],
            [`neuron-rtd: neuron-rtd is a neuron-rtd sidecar (${first})`],
        ],
        [
            "each that behaves as the daemon",
            [behaving, behaving],
            [
                `neuron-rtd: c0 is a neuron-rtd sidecar (${first})`,
                "neuron-rtd: c1 is a neuron-rtd sidecar (containerDefinitions[1])",
            ],
        ],
        [
            "everything that a container has",
            [
                {
                    ...neuronx,
                    environment: ["NEURON_RT_NUM_CORES", "NEURON_RTD_ADDRESS"].map((name) => ({ name, value: "1" })),
                    ...device("/dev/neuron3"),
                    ...requires("neuronCore"),
                },
            ],
            [
                `neuron-rtd: c0 has NEURON_RTD_ADDRESS (${first}.environment.NEURON_RTD_ADDRESS)`,
                `libnrt: c0 maps "/dev/neuron3" (${first}.linuxParameters.devices)`,
                `libnrt: c0 has NEURON_RT_NUM_CORES (${first}.environment.NEURON_RT_NUM_CORES)`,
                `libnrt: c0 has an image for the runtime library (${first}.image)`,
                `managed: c0 requires neuronCore (${first}.resourceRequirements)`,
                `libnrt: c0 has variables of the runtime library (${first}.environment, perhaps)`,
            ],
        ],
        [
            "the list of cores before their number",
            [{ secrets: [{ name: "NEURON_RT_NUM_CORES" }, { name: "NEURON_RT_VISIBLE_CORES" }] }],
            [
                `libnrt: c0 has NEURON_RT_VISIBLE_CORES (${first}.secrets.NEURON_RT_VISIBLE_CORES)`,
                `libnrt: c0 has variables of the runtime library (${first}.environment, perhaps)`,
            ],
        ],
        [
            "nothing of what is not known",
            [
                {
                    image: UNKNOWN,
                    environment: UNKNOWN,
                    secrets: UNKNOWN,
                    resourceRequirements: UNKNOWN,
                    linuxParameters: UNKNOWN,
                },
            ],
            [],
        ],
        ["nothing of what others have", [{ ...device("/dev/fuse"), ...requires("GPU"), ...variable("A") }], []],
    ];
    for (const [what, containers, lines] of cases) {
        it(`is ${what}`, () => assert.deepStrictEqual(told(...containers), lines));
    }

    it("is not decided where something is not known, unless the task is known to be none of Neuron", () => {
        const unknown = (...containers: object[]) => undecidedEvidenceOf(taskOf(...containers)).map(propertyText);
        assert.deepStrictEqual(
            [
                unknown({ environment: UNKNOWN }),
                unknown({ dependsOn: UNKNOWN }),
                unknown({ ...sidecar, secrets: UNKNOWN }),
            ],
            [[`${first}.environment`], [], [`${first}.secrets`]],
        );
    });

    it("is decided while the placement is not known, where it only watches the instances", () => {
        const watching = taskOf({ image: "public.ecr.aws/neuron/neuron-monitor:1" });
        const undecided = undecidedEvidenceOf({ ...watching, placementConstraints: UNKNOWN });
        assert.deepStrictEqual(undecided, []);
    });
});
