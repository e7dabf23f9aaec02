import { pool, model, refuses, withContainer } from "./harness";

const names = "1 to 255 letters, digits, hyphens and underscores";
const bounds = "ask for";

describe("TaskDefinition, before it registers a child, with containers", () => {
    refuses([
        [
            "no container",
            { containers: [] },
            ["containers is empty, but must be a list with at least one model container"],
        ],
        [
            "a missing list of containers",
            { containers: undefined },
            ["containers is missing; give at least one model container"],
        ],
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
            "a container without a name",
            withContainer({ name: undefined }),
            ["containers[0].name is missing; give the container a name"],
        ],
        [
            "a container name with a blank",
            withContainer({ name: "a b" }),
            [`containers[0].name is "a b", but must be ${names}`],
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
            "a container without an image",
            withContainer({ image: undefined }),
            ["containers[0].image is missing; give the container's image"],
        ],
        [
            "an image with a blank",
            withContainer({ image: "a b" }),
            ['containers[0].image is "a b", but must be the name of an image, without blanks'],
        ],
        [
            "less memory than Docker takes",
            withContainer({ memoryReservation: 3 }),
            ["containers[0].memoryReservation is 3, but must be a whole number 6 or more MiB"],
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
            "negative CPU units",
            withContainer({ cpu: -1 }),
            ["containers[0].cpu is -1, but must be a whole number 0 or more CPU units"],
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
            "all that is wrong at once, and no more than that",
            {
                ...withContainer({
                    name: "a b",
                    cpu: "much",
                    environment: [{ name: "NEURON_RTD_ADDRESS", value: "x" }],
                }),
                visibleDevices: "0,2",
            },
            [
                `containers[0].name is "a b", but must be ${names}`,
                'containers[0].cpu is "much", but must be a whole number 0 or more CPU units',
                'visibleDevices is "0,2", but there is a gap between 0 and 2: the list must be contiguous; give ALL, or a ' +
                    "contiguous ascending list of device indexes such as 0 or 0,1",
                'containers[0].environment[0].name is "NEURON_RTD_ADDRESS", which must not be given: the component sets ' +
                    "it, from neuronRtd.socket; leave it out",
            ],
        ],
    ]);
});

describe("TaskDefinition, before it registers a child, with the size of its instances", () => {
    refuses([
        [
            "more memory than an instance registers",
            { instanceType: "inf1.xlarge", ...withContainer({ memoryReservation: 8000 }) },
            [
                "containers ask for 9000 MiB of memory with the daemon, but inf1.xlarge registers no more than 8064; " +
                    `${bounds} 936 less, or choose a larger type`,
            ],
        ],
        [
            "more memory than the smallest of the types that the pool may launch registers",
            {
                pool: { ...pool, instanceTypes: ["inf1.2xlarge", "inf1.xlarge"] },
                ...withContainer({ memory: 8000 }),
                sidecars: [{ name: "logs", image: "logs:1", memory: 64 }],
            },
            [
                "containers ask for 9064 MiB of memory with the daemon and the sidecars, but inf1.xlarge registers no more " +
                    `than 8064; ${bounds} 1000 less, or choose a larger type`,
            ],
        ],
        [
            "more memory for the task as a whole",
            { instanceType: "inf1.xlarge", memory: "8065" },
            [
                "memory asks for 8065 MiB of memory, but inf1.xlarge registers no more than 8064; ask for 1 less, or " +
                    "choose a larger type",
            ],
        ],
        [
            "less memory for the task than its containers reserve",
            { memory: "1000", ...withContainer({ memoryReservation: 1001 }) },
            ["memory is 1000, but must be at least what its containers reserve, which is 1001; raise it"],
        ],
        [
            "more CPU than the instance type has",
            { instanceType: "inf1.xlarge", ...withContainer({ cpu: 4097 }) },
            [
                "containers ask for 4097 CPU units with the daemon, but inf1.xlarge has 4096; ask for 1 less, or choose " +
                    "a larger type",
            ],
        ],
        [
            "CPU units that are no text of ECS's",
            { cpu: "1 vCPU" },
            ['cpu is "1 vCPU", but must be a string with a whole number of CPU units, such as 4096'],
        ],
    ]);
});
