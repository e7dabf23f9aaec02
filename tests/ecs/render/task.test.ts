import assert from "node:assert/strict";
import { UNKNOWN, type Known } from "../../../ecs/known";
import type { ContainerFields } from "../../../ecs/render/container";
import { memoryOf } from "../../../ecs/render/task";

describe("The memory of a container", () => {
    const containers: [string, given: ContainerFields, ofTask: Known<string> | undefined, rendered: object][] = [
        ["is a reservation of 1000 MiB where nothing is said of it", {}, undefined, { memoryReservation: 1000 }],
        ["is the limit that is given, without a reservation", { memory: 64 }, undefined, { memory: 64 }],
        ["is the reservation that is given", { memoryReservation: 64 }, undefined, { memoryReservation: 64 }],
        ["is both that are given", { memory: 64, memoryReservation: 32 }, "128", { memory: 64, memoryReservation: 32 }],
        ["is left to the task where that has memory of its own", {}, "4096", {}],
        ["is left to the task where its own memory is not known yet", {}, UNKNOWN, {}],
        ["is left to a limit that is not known yet", { memory: UNKNOWN }, undefined, { memory: UNKNOWN }],
    ];
    for (const [what, given, memory, rendered] of containers) {
        it(what, () =>
            assert.deepStrictEqual(memoryOf(given, { memory }), {
                memory: undefined,
                memoryReservation: undefined,
                ...rendered,
            }),
        );
    }
});
