import assert from "node:assert/strict";
import { UNKNOWN, type Known } from "../../../ecs/known";
import type { KnownList, LinuxParameters } from "../../../ecs/render/container";
import { libnrtContainers } from "../../../ecs/render/libnrt";
import type { ModelContainer, NeuronTask } from "../../../ecs/render/task";

const bert = { name: "bert", image: "bert:1" };

/** The least task: a model container with the first device. */
const least: NeuronTask = {
    containers: [bert],
    sidecars: [],
    neuronRtd: {},
    visibleDevices: "0",
    region: "us-east-1",
};

const device = (index: number) => ({
    hostPath: `/dev/neuron${index}`,
    containerPath: `/dev/neuron${index}`,
    permissions: ["read", "write"],
});

/** What the model container is given of its Linux options. */
function linuxParameters(change: Partial<NeuronTask>, given?: Known<LinuxParameters>): unknown {
    const [container] = libnrtContainers({ ...least, containers: [{ ...bert, linuxParameters: given }], ...change });
    return container === UNKNOWN ? UNKNOWN : container?.linuxParameters;
}

describe("The containers of a task with the runtime library", () => {
    it("are the model containers, which map the devices, and then the sidecars, which do not", () => {
        const ofEach = { cpu: 0, essential: true, environment: [], mountPoints: [], portMappings: [] };
        assert.deepStrictEqual(
            libnrtContainers({ ...least, sidecars: [{ name: "logs", image: "logs:1", memory: 64 }] }),
            [
                {
                    ...bert,
                    ...ofEach,
                    memory: undefined,
                    memoryReservation: 1000,
                    linuxParameters: { capabilities: { add: ["IPC_LOCK"], drop: [] }, devices: [device(0)] },
                    logConfiguration: undefined,
                },
                { name: "logs", image: "logs:1", memory: 64, ...ofEach, logConfiguration: undefined },
            ],
        );
    });

    it("keep an environment that is not known", () => {
        const containers = libnrtContainers({ ...least, containers: [{ ...bert, environment: UNKNOWN }] });
        assert.deepStrictEqual(
            containers.map((one) => one !== UNKNOWN && one.environment),
            [UNKNOWN],
        );
    });

    it("are not known where what is given is not", () => {
        assert.deepStrictEqual(libnrtContainers({ ...least, containers: [UNKNOWN], sidecars: [UNKNOWN] }), [
            UNKNOWN,
            UNKNOWN,
        ]);
    });
});

describe("The devices of a model container with the runtime library", () => {
    const tasks: [string, change: Partial<NeuronTask>, devices: KnownList<object>][] = [
        ["are those of the list", { visibleDevices: "2,3" }, [device(2), device(3)]],
        ["are its own before the task's", { containers: [{ ...bert, visibleDevices: "1" }] }, [device(1)]],
        ["are all of the type", { visibleDevices: "ALL", instanceTypes: ["inf1.2xlarge"] }, [device(0)]],
        [
            "are all of types that have as many",
            { visibleDevices: "ALL", instanceTypes: ["inf1.6xlarge"] },
            [0, 1, 2, 3].map(device),
        ],
        ["are not known while the list is not", { visibleDevices: UNKNOWN }, [UNKNOWN]],
        ["are not known where the list is none", { visibleDevices: "1,0" }, [UNKNOWN]],
        ["are not known where all are asked for, but no type", { visibleDevices: "ALL" }, [UNKNOWN]],
        [
            "are not known where all are asked for, but the types are not known",
            { visibleDevices: "ALL", instanceTypes: UNKNOWN },
            [UNKNOWN],
        ],
        [
            "are not known where all are asked for, but the first type is not known",
            { visibleDevices: "ALL", instanceTypes: [UNKNOWN] },
            [UNKNOWN],
        ],
    ];
    for (const [what, change, devices] of tasks) {
        it(what, () =>
            assert.deepStrictEqual(linuxParameters(change), { capabilities: { add: ["IPC_LOCK"], drop: [] }, devices }),
        );
    }
});

describe("The NeuronCores of a model container with the runtime library", () => {
    const own = { name: "LEVEL", value: "info" };
    const visible = (value: unknown) => ({ name: "NEURON_RT_VISIBLE_CORES", value });
    const number = (value: unknown) => ({ name: "NEURON_RT_NUM_CORES", value });
    const cases: [string, Partial<ModelContainer>, unknown][] = [
        ["are all where nothing is said", { environment: [own] }, [own]],
        ["are those of the list", { cores: "0-1", environment: [own] }, [own, visible("0-1")]],
        ["are as many as are asked for", { numCores: 2 }, [number("2")]],
        ["are not known while the list is not", { cores: UNKNOWN }, [visible(UNKNOWN)]],
        ["are not known while their number is not", { numCores: UNKNOWN }, [number(UNKNOWN)]],
        ["stand beside what is not known", { cores: "0", environment: UNKNOWN }, [UNKNOWN, visible("0")]],
    ];
    for (const [what, change, environment] of cases) {
        it(what, () => {
            const [container] = libnrtContainers({ ...least, containers: [{ ...bert, ...change }] });
            assert.ok(container !== undefined && container !== UNKNOWN);
            assert.deepStrictEqual(container.environment, environment);
            assert.ok(!("cores" in container) && !("numCores" in container));
        });
    }
});

describe("The Linux options of a model container with the runtime library", () => {
    const options: [string, given: Known<LinuxParameters>, rendered: object][] = [
        [
            "keep what is given beside the devices",
            { devices: [{ hostPath: "/dev/fuse", containerPath: "/dev/own" }], capabilities: { drop: ["NET_RAW"] } },
            {
                capabilities: { add: ["IPC_LOCK"], drop: ["NET_RAW"] },
                devices: [device(0), { hostPath: "/dev/fuse", containerPath: "/dev/own" }],
            },
        ],
        [
            "add IPC_LOCK once, before what is given",
            { capabilities: { add: ["SYS_PTRACE", "IPC_LOCK"] } },
            { capabilities: { add: ["IPC_LOCK", "SYS_PTRACE"], drop: [] }, devices: [device(0)] },
        ],
        [
            "have the devices and IPC_LOCK while nothing else is known of them",
            UNKNOWN,
            { capabilities: { add: ["IPC_LOCK", UNKNOWN], drop: UNKNOWN }, devices: [device(0), UNKNOWN] },
        ],
        [
            "have IPC_LOCK while nothing else is known of the capabilities",
            { capabilities: UNKNOWN },
            { capabilities: { add: ["IPC_LOCK", UNKNOWN], drop: UNKNOWN }, devices: [device(0)] },
        ],
    ];
    for (const [what, given, rendered] of options) {
        it(what, () => assert.deepStrictEqual(linuxParameters({}, given), rendered));
    }
});
