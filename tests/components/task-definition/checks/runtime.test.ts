import { pool, refuses } from "../harness";

describe("TaskDefinition, before it registers a child, with the runtime", () => {
    refuses([
        [
            "another runtime than the pool's",
            { pool, runtime: "libnrt" },
            [
                'runtime is "libnrt", but must be the pool\'s, which is "neuron-rtd"; leave it out, or give a pool ' +
                    "whose runtime is libnrt",
            ],
        ],
        [
            "a type whose chips the daemon does not drive",
            { instanceType: "inf2.xlarge", runtime: "neuron-rtd" },
            [
                'instanceType has "inf2.xlarge", which needs the runtime libnrt: neuron-rtd drives Inf1 only; give ' +
                    "runtime libnrt, or one of inf1.xlarge, inf1.2xlarge, inf1.6xlarge, inf1.24xlarge",
            ],
        ],
        [
            "the daemon where the runtime has none",
            { runtime: "libnrt", visibleDevices: "0", neuronRtd: { version: "latest" } },
            [
                'neuronRtd is given, but the runtime is "libnrt", which has no daemon; leave it out, or give runtime ' +
                    "neuron-rtd",
            ],
        ],
        [
            "types with different numbers of chips",
            { instanceTypes: ["inf1.xlarge", "inf1.6xlarge"] },
            [
                "instanceTypes has inf1.xlarge with 1 Inferentia chip (device 0) and inf1.6xlarge with 4 Inferentia chips " +
                    "(devices 0 to 3), but all types must have as many chips of one kind: containers map devices by " +
                    "their number; make a task definition for each",
            ],
        ],
        [
            "a pool and a type",
            { pool, instanceType: "inf1.6xlarge" },
            ["instanceType is given together with pool; give only one of the two"],
        ],
    ]);
});
