import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import type { TaskDefinitionArgs } from "../../../components/task-definition/args/task-definition";
import { containers, minimal, model, pool, registered, taskDefinition } from "./harness";

const onInf1: TaskDefinitionArgs = { ...minimal, instanceType: "inf1.xlarge", takesInstance: true };

/** The memory and the CPU of the task, and those of its containers. */
async function reserved(args: TaskDefinitionArgs) {
    const resources = await registered(args);
    const { memory, cpu } = taskDefinition(resources);
    return { memory, cpu, ofContainers: containers(resources).map((one) => one["memoryReservation"] ?? one["memory"]) };
}

describe("TaskDefinition that takes its instance", () => {
    it("reserves what the instance surely registers, less what stands beside it", async () =>
        assert.deepStrictEqual(await reserved(onInf1), {
            memory: "6912",
            cpu: "3840",
            ofContainers: [undefined, undefined],
        }));

    it("leaves as much as is asked for", async () =>
        assert.deepStrictEqual(await reserved({ ...onInf1, leavesMemory: 1024, leavesCpu: 0 }), {
            memory: "6400",
            cpu: "4096",
            ofContainers: [undefined, undefined],
        }));

    it("takes that of its pool, and leaves to the containers what they ask for", async () => {
        const args = { pool, containers: [{ ...model, memory: 4000 }], takesInstance: pulumi.output(true) };
        assert.deepStrictEqual(await reserved(args), {
            memory: "45312",
            cpu: "24320",
            ofContainers: [4000, undefined],
        });
    });

    it("asks for what its containers do where it takes none", async () =>
        assert.deepStrictEqual(await reserved({ ...onInf1, takesInstance: false }), {
            memory: undefined,
            cpu: undefined,
            ofContainers: [1000, 1000],
        }));
});
