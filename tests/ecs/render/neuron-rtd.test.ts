import assert from "node:assert/strict";
import { UNKNOWN, type Known } from "../../../ecs/known";
import type { ContainerDefinition, HealthCheck } from "../../../ecs/render/container";
import { neuronRtdContainers, neuronRtdVolumes } from "../../../ecs/render/neuron-rtd";
import type { ModelContainer, NeuronRtd, NeuronTask, Socket } from "../../../ecs/render/task";

const bert = { name: "bert", image: "bert:1" };

/** The least task: a model container, and all devices for the daemon. */
const least: NeuronTask = {
    containers: [bert],
    sidecars: [],
    neuronRtd: {},
    visibleDevices: "ALL",
    region: "us-east-1",
};

/** The containers that the model and the daemon are rendered as. */
function rendered(change: Partial<NeuronTask>): { bert: ContainerDefinition; daemon: ContainerDefinition } {
    const [model, daemon] = neuronRtdContainers({ ...least, ...change });
    assert.ok(typeof model === "object" && typeof daemon === "object");
    return { bert: model, daemon };
}

describe("The containers of a task with the daemon", () => {
    it("are the model containers, then the sidecars, and the daemon last", () => {
        const ofEach = { cpu: 0, essential: true, portMappings: [], logConfiguration: undefined };
        const mountPoints = [{ containerPath: "/sock", sourceVolume: "sock" }];
        assert.deepStrictEqual(
            neuronRtdContainers({ ...least, sidecars: [{ name: "logs", image: "logs:1", memory: 64 }] }),
            [
                {
                    ...bert,
                    ...ofEach,
                    memory: undefined,
                    memoryReservation: 1000,
                    dependsOn: [{ containerName: "neuron-rtd", condition: "START" }],
                    environment: [{ name: "NEURON_RTD_ADDRESS", value: "unix:/sock/neuron-rtd.sock" }],
                    mountPoints,
                },
                { name: "logs", image: "logs:1", memory: 64, ...ofEach, environment: [], mountPoints: [] },
                {
                    ...ofEach,
                    name: "neuron-rtd",
                    image: "790709498068.dkr.ecr.us-east-1.amazonaws.com/neuron-rtd:latest",
                    entryPoint: ["sh", "-c"],
                    command: ["neuron-rtd -g unix:/sock/neuron-rtd.sock"],
                    memory: undefined,
                    memoryReservation: 1000,
                    environment: [{ name: "AWS_NEURON_VISIBLE_DEVICES", value: "ALL" }],
                    mountPoints,
                    linuxParameters: { capabilities: { add: ["SYS_ADMIN", "IPC_LOCK"], drop: [] } },
                },
            ],
        );
    });

    it("are not known where what is given is not, but for the daemon", () => {
        const [model, sidecar, daemon] = neuronRtdContainers({ ...least, containers: [UNKNOWN], sidecars: [UNKNOWN] });
        assert.deepStrictEqual([model, sidecar, daemon], [UNKNOWN, UNKNOWN, rendered({}).daemon]);
    });

    it("keep of the lists of a model container what is given, or that it is not known", () => {
        const dependsOn = { containerName: "neuron-rtd", condition: "START" };
        const address = { name: "NEURON_RTD_ADDRESS", value: "unix:/sock/neuron-rtd.sock" };
        const socket = { containerPath: "/sock", sourceVolume: "sock" };
        const unknownMembers: ModelContainer = {
            ...bert,
            dependsOn: UNKNOWN,
            environment: UNKNOWN,
            mountPoints: UNKNOWN,
        };
        assert.deepStrictEqual(rendered({ containers: [unknownMembers] }).bert, {
            ...rendered({}).bert,
            dependsOn: [dependsOn, UNKNOWN],
            environment: [UNKNOWN, address],
            mountPoints: [socket, UNKNOWN],
        });
    });
});

describe("The daemon's image", () => {
    const published = "790709498068.dkr.ecr.us-east-1.amazonaws.com/neuron-rtd";
    const images: [string, change: Partial<NeuronTask>, image: Known<string>][] = [
        ["is the newest of the region", {}, `${published}:latest`],
        ["has the version that is given", { neuronRtd: { version: "1.0.8444.0" } }, `${published}:1.0.8444.0`],
        ["is not known while the region is not", { region: UNKNOWN }, UNKNOWN],
        ["is not known while the version is not", { neuronRtd: { version: UNKNOWN } }, UNKNOWN],
        ["is an own one in whatever region", { region: UNKNOWN, neuronRtd: { image: "rtd:1" } }, "rtd:1"],
    ];
    for (const [what, change, image] of images) {
        it(what, () => assert.equal(rendered(change).daemon.image, image));
    }
});

describe("A model container waits for the daemon", () => {
    const checks: [string, healthCheck: Known<HealthCheck> | undefined, condition: string][] = [
        ["to start where it has no health check", undefined, "START"],
        ["to start where its image's health check is turned off", { command: ["NONE"] }, "START"],
        ["to be healthy where it has a health check", { command: ["CMD", "true"] }, "HEALTHY"],
        ["to be healthy by a health check that is not known yet", UNKNOWN, "HEALTHY"],
        ["to be healthy by a command that is not known yet", { command: UNKNOWN }, "HEALTHY"],
    ];
    for (const [what, healthCheck, condition] of checks) {
        it(what, () =>
            assert.deepStrictEqual(rendered({ neuronRtd: { healthCheck } }).bert.dependsOn, [
                { containerName: "neuron-rtd", condition },
            ]),
        );
    }
});

describe("The daemon's Linux options", () => {
    const capabilities = { add: ["SYS_ADMIN", "IPC_LOCK"], drop: [] };
    const options: [string, given: NeuronRtd["linuxParameters"], rendered: object][] = [
        ["are its capabilities", undefined, { capabilities }],
        [
            "are its capabilities beside the devices that are given",
            { devices: [{ hostPath: "/dev/fuse" }] },
            { capabilities, devices: [{ hostPath: "/dev/fuse", containerPath: "/dev/fuse" }] },
        ],
        ["are its capabilities while nothing else is known of them", UNKNOWN, { capabilities, devices: UNKNOWN }],
    ];
    for (const [what, linuxParameters, expected] of options) {
        it(what, () =>
            assert.deepStrictEqual(rendered({ neuronRtd: { linuxParameters } }).daemon.linuxParameters, expected),
        );
    }
});

describe("The daemon's socket", () => {
    const sockets: [
        string,
        socket: Known<Socket> | undefined,
        mount: object,
        address: Known<string>,
        command: Known<string>,
        volume: object,
    ][] = [
        [
            "is that of the guide's example where nothing is said of it",
            undefined,
            { containerPath: "/sock", sourceVolume: "sock" },
            "unix:/sock/neuron-rtd.sock",
            "neuron-rtd -g unix:/sock/neuron-rtd.sock",
            { name: "sock" },
        ],
        [
            "is where it is said to be",
            { volumeName: "neuron", containerPath: "/run/neuron", hostPath: "/tmp/sock" },
            { containerPath: "/run/neuron", sourceVolume: "neuron" },
            "unix:/run/neuron/neuron-rtd.sock",
            "neuron-rtd -g unix:/run/neuron/neuron-rtd.sock",
            { name: "neuron", host: { sourcePath: "/tmp/sock" } },
        ],
        [
            "has an address that is not known while its path is not",
            { containerPath: UNKNOWN },
            { containerPath: UNKNOWN, sourceVolume: "sock" },
            UNKNOWN,
            UNKNOWN,
            { name: "sock" },
        ],
        [
            "is not known in anything while it is not itself",
            UNKNOWN,
            { containerPath: UNKNOWN, sourceVolume: UNKNOWN },
            UNKNOWN,
            UNKNOWN,
            { name: UNKNOWN, host: { sourcePath: UNKNOWN } },
        ],
    ];
    for (const [what, socket, mount, address, command, volume] of sockets) {
        it(`${what}, on both sides and as a volume`, () => {
            const { bert: model, daemon } = rendered({ neuronRtd: { socket } });
            assert.deepStrictEqual([model.mountPoints, daemon.mountPoints], [[mount], [mount]]);
            assert.deepStrictEqual(model.environment, [{ name: "NEURON_RTD_ADDRESS", value: address }]);
            assert.deepStrictEqual(daemon.command, [command]);
            assert.deepStrictEqual(neuronRtdVolumes({ neuronRtd: { socket } }), [volume]);
        });
    }
});
