import assert from "node:assert/strict";
import { TaskDefinition, type TaskDefinitionArgs } from "../../../components";
import { register } from "../mocked-engine";
import { model } from "./harness";

async function warnings(args: Partial<TaskDefinitionArgs>): Promise<string[]> {
    const found: string[] = [];
    await register(() => new TaskDefinition("bert", { containers: [model], ...args }), undefined, true, {
        warnings: found,
    });
    return found;
}

const instanceType = "inf1.xlarge";

describe("The memory of a task", () => {
    it("is warned of at preview where no instance was seen to register as much", async () => {
        const containers = [{ ...model, memoryReservation: 7000 }];
        assert.deepStrictEqual(await warnings({ instanceType, containers }), [
            'TaskDefinition "bert" asks for 8000 MiB of memory, but instances with the memory of inf1.xlarge were ' +
                "seen to register 7660, and a task that asks for more than its instance registers waits for ever; ask " +
                "for 340 less, or choose a larger type",
        ]);
    });

    const quiet: [string, Partial<TaskDefinitionArgs>][] = [
        ["is as much as one was seen to register", { instanceType, memory: "7660" }],
        ["is for types of which none was seen", { instanceType: "inf1.2xlarge", memory: "16000" }],
        ["is for no type", { memory: "8000" }],
    ];
    for (const [what, args] of quiet) {
        it(`is not warned of where it ${what}`, async () => assert.deepStrictEqual(await warnings(args), []));
    }
});
