import { accepts, refuses, refusesAtPreviewToo } from "./harness";
import { pool, task } from "./right-service";

describe("Service, of a task that must run on the instances of its pool,", () => {
    refuses([
        [
            "a list of devices with a gap",
            { task: { ...task, visibleDevices: "0,2" } },
            'task.visibleDevices is "0,2", but there is a gap between 0 and 2: the list must be contiguous; give ALL, or a ' +
                "contiguous ascending list of device indexes such as 0 or 0,1",
        ],
    ]);

    refusesAtPreviewToo([
        [
            "a task for the other runtime",
            { task: { ...task, runtime: "libnrt" } },
            'task.runtime is "libnrt", but must be "neuron-rtd", for which the AMI of pool is made; give one of the two ' +
                "the runtime of the other",
        ],
        [
            "a task for the other runtime than the default of a pool",
            { pool: { ...pool, runtime: undefined }, task: { ...task, runtime: "libnrt" } },
            'task.runtime is "libnrt", but must be "neuron-rtd", for which the AMI of pool is made; give one of the two ' +
                "the runtime of the other",
        ],
        [
            "a task for another type",
            { task: { ...task, instanceTypes: ["inf1.xlarge"] } },
            "task.instanceTypes is inf1.xlarge, but pool has inf1.6xlarge, on which the task is never placed; make the " +
                "task for all types of the pool, or give another pool",
        ],
        [
            "a device that the instances do not have",
            { task: { ...task, visibleDevices: "3,4" } },
            'task.visibleDevices is "3,4", but device 4 does not exist: inf1.6xlarge has 4 Inferentia chips (devices 0 to ' +
                "3); give ALL, or the devices that the instances have",
        ],
        [
            "more memory than an instance registers",
            { task: { ...task, memory: 48385 } },
            "task.memory is 48385 MiB, but must be at most 48384, which is what inf1.6xlarge can register; reserve less, or " +
                "give a pool of larger instances",
        ],
        [
            "more memory than the smallest of the types registers",
            {
                pool: { ...pool, instanceTypes: ["inf1.2xlarge", "inf1.xlarge"] },
                task: { ...task, memory: 8065 },
            },
            "task.memory is 8065 MiB, but must be at most 8064, which is what inf1.xlarge can register; reserve less, or " +
                "give a pool of larger instances",
        ],
        [
            "more CPU than an instance has",
            { task: { ...task, cpu: 24577 } },
            "task.cpu is 24577 CPU units, but must be at most 24576, which is what inf1.6xlarge has; reserve less, or give a " +
                "pool of larger instances",
        ],
    ]);

    accepts([["all the memory that an instance registers", { task: { ...task, memory: 48384 } }]]);
});
