import { pool, refuses, withContainer } from "../harness";

describe("TaskDefinition, before it registers a child, with the size of its instances", () => {
    refuses([
        [
            "more memory than an instance registers",
            { instanceType: "inf1.xlarge", ...withContainer({ memoryReservation: 8000 }) },
            [
                "containers ask for 9000 MiB of memory with the daemon, but inf1.xlarge registers no more than 8064; " +
                    `ask for 936 less, or choose a larger type`,
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
                    `than 8064; ask for 1000 less, or choose a larger type`,
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
    ]);
});
