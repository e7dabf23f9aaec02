import { model, refuses, withContainer } from "../harness";

describe("TaskDefinition, before it registers a child, with containers", () => {
    refuses([
        [
            "ten model containers beside the daemon",
            { containers: Array.from({ length: 10 }, (_, index) => ({ ...model, name: `model-${index}` })) },
            ["containers are 11 with the daemon and the sidecars, but a task definition holds 10; use several tasks"],
        ],
        [
            "ten containers and a sidecar with libnrt",
            {
                runtime: "libnrt",
                containers: Array.from({ length: 10 }, (_, index) => ({
                    ...model,
                    name: `model-${index}`,
                    visibleDevices: `${index}`,
                })),
                sidecars: [{ name: "logs", image: "logs:1", memory: 64 }],
            },
            ["containers are 11 with the sidecars, but a task definition holds 10; use several tasks"],
        ],
        [
            "a model container with the daemon's name",
            withContainer({ name: "neuron-rtd" }),
            ['containers[0].name is "neuron-rtd", which is the daemon\'s name; choose another'],
        ],
        [
            "a model container with the daemon's image",
            withContainer({ image: "own/neuron-rtd:1" }),
            [
                'containers[0].image is "own/neuron-rtd:1", the daemon\'s image, but must be another: the component adds ' +
                    "the daemon itself where the runtime has one; for an own image of it give neuronRtd.image",
            ],
        ],
        [
            "a model container that runs a daemon of its own",
            withContainer({ entryPoint: ["sh", "-c"], command: ["neuron-rtd -g unix:/sock/own.sock & serve"] }),
            [
                "containers[0].command runs neuron-rtd, but must not: the component adds the daemon itself where the " +
                    "runtime has one; leave it out",
            ],
        ],
        [
            "two containers of one name",
            { sidecars: [{ ...model, memory: 64 }] },
            ['sidecars[0].name is "bert", which another container has; choose another'],
        ],
        [
            "a memory limit below the reservation",
            withContainer({ memory: 500, memoryReservation: 1000 }),
            ["containers[0].memory is 500, but must be at least memoryReservation, which is 1000; raise it"],
        ],
        [
            "a sidecar without memory",
            { sidecars: [{ name: "logs", image: "logs:1" }] },
            ["sidecars[0].memoryReservation is missing; give it, or memory: ECS needs one of them for each container"],
        ],
        [
            "only containers that are not essential",
            withContainer({ essential: false }),
            [
                "containers has no essential model container, so the task would go on without its model; leave " +
                    "essential out for one",
            ],
        ],
        [
            "an own image of the daemon and a version",
            { neuronRtd: { image: "own", version: "1" } },
            ["neuronRtd.image is given together with neuronRtd.version; give only one of the two"],
        ],
    ]);
});
