import assert from "node:assert/strict";
import { UNKNOWN } from "../../../ecs/known";
import { readTaskDefinition } from "../../../ecs/task/read-task-definition";
import { sizeOf } from "../../../ecs/task/task-size";
import { undecidedAt } from "../../paths";

const size = (containers: unknown, rest: object = {}) =>
    sizeOf(
        readTaskDefinition({
            containerDefinitions: Array.isArray(containers)
                ? containers.map((one: object) => ({ name: "c", image: "c", ...one }))
                : containers,
            ...rest,
        }),
    );

describe("What a task takes of an instance", () => {
    const cases: [string, object[], object, [memoryMiB: number, cpuUnits: number]][] = [
        ["is what the task says as a whole", [{ memory: 1, cpu: 2 }], { memory: "512", cpu: 256 }, [512, 256]],
        [
            "is the sum over its containers",
            [
                { memory: 1, cpu: 2 },
                { memory: 3, cpu: 4 },
            ],
            {},
            [4, 6],
        ],
        [
            "is the soft limit of memory before the hard one",
            [{ memory: 9, memoryReservation: 1 }, { memory: 3 }],
            {},
            [4, 0],
        ],
        ["is nothing where nothing is said", [{}], {}, [0, 0]],
        ["is the sum where the task says 0", [{ memory: 1, cpu: 2 }], { memory: 0, cpu: 0 }, [1, 2]],
        ["is the hard limit where the soft one is 0", [{ memory: 9, memoryReservation: 0 }], {}, [9, 0]],
    ];
    for (const [what, containers, rest, [memoryMiB, cpuUnits]] of cases) {
        it(what, () => assert.deepStrictEqual(size(containers, rest), { memoryMiB, cpuUnits }));
    }

    const open: [string, unknown, object, string][] = [
        ["its memory", [{}], { memory: UNKNOWN }, "memory"],
        ["its CPU", [{}], { cpu: UNKNOWN }, "cpu"],
        ["the memory of a container", [{ memory: UNKNOWN }], {}, "containerDefinitions[0].memory"],
        [
            "the soft limit of a container",
            [{ memoryReservation: UNKNOWN }],
            {},
            "containerDefinitions[0].memoryReservation",
        ],
        ["the CPU of a container", [{ cpu: UNKNOWN }], {}, "containerDefinitions[0].cpu"],
        ["its containers", UNKNOWN, {}, "containerDefinitions"],
        ["its containers, but its memory", UNKNOWN, { memory: 1 }, "containerDefinitions"],
    ];
    for (const [what, containers, rest, path] of open) {
        it(`is not decided while this is not known: ${what}`, () =>
            assert.throws(() => size(containers, rest), undecidedAt(path)));
    }
});
