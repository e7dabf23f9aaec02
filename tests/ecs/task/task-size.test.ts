import assert from "node:assert/strict";
import { UNKNOWN } from "../../../ecs/known";
import { readTaskDefinition } from "../../../ecs/task/read-task-definition";
import { exact, memoryOfContainers, sizeOf } from "../../../ecs/task/task-size";
import { pathOf, undecidedAt } from "../../paths";

const task = (containers: unknown, rest: object = {}) =>
    readTaskDefinition({
        containerDefinitions: Array.isArray(containers)
            ? containers.map((one: object) => ({ name: "c", image: "c", ...one }))
            : containers,
        ...rest,
    });
const size = (containers: unknown, rest?: object) => sizeOf(task(containers, rest));

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
        it(what, () =>
            assert.deepStrictEqual(size(containers, rest), {
                memoryMiB: { least: memoryMiB },
                cpuUnits: { least: cpuUnits },
            }),
        );
    }

    const known = { memory: 5, cpu: 7 };
    const unknown: [string, unknown, object, "memoryMiB" | "cpuUnits", least: number, path: string][] = [
        ["its memory", [known], { memory: UNKNOWN }, "memoryMiB", 0, "memory"],
        ["its CPU", [known], { cpu: UNKNOWN }, "cpuUnits", 0, "cpu"],
        [
            "the memory of a container",
            [known, { memory: UNKNOWN }],
            {},
            "memoryMiB",
            5,
            "containerDefinitions[1].memory",
        ],
        [
            "the soft limit of a container",
            [known, { memory: 9, memoryReservation: UNKNOWN }],
            {},
            "memoryMiB",
            5,
            "containerDefinitions[1].memoryReservation",
        ],
        ["the CPU of a container", [{ cpu: UNKNOWN }, known], {}, "cpuUnits", 7, "containerDefinitions[0].cpu"],
        ["its containers", UNKNOWN, {}, "memoryMiB", 0, "containerDefinitions"],
        ["its containers, but its memory", UNKNOWN, { memory: 1 }, "cpuUnits", 0, "containerDefinitions"],
    ];
    for (const [what, containers, rest, resource, least, path] of unknown) {
        it(`is at least what is certain while this is not known: ${what}`, () => {
            const amount = size(containers, rest)[resource];
            assert.deepStrictEqual(amount, { least, unknown: pathOf(path) });
            assert.throws(() => exact(amount), undecidedAt(path));
        });
    }

    it("is an exact number where all is known", () => assert.equal(exact(size([known]).memoryMiB), 5));

    it("has its containers' memory beside that of the task as a whole", () =>
        assert.deepStrictEqual(memoryOfContainers(task([known, { memory: 3 }], { memory: 100 })), { least: 8 }));
});
