import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { readTask } from "../../../components/task-definition/task";
import type { TaskDefinitionArgs } from "../../../components/task-definition/args/task-definition";
import { UNKNOWN } from "../../../ecs/known";
import { exact, sizeOf } from "../../../ecs/task/task-size";
import { containers, minimal, model, pool, refuses, registered, taskDefinition } from "./harness";

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

    it("is read so by rules, and is not known while the types are not", () => {
        const sizeFor = (args: object) => {
            const { memoryMiB, cpuUnits } = sizeOf(readTask(args).definition);
            return [memoryMiB, cpuUnits];
        };
        assert.deepStrictEqual(sizeFor(onInf1).map(exact), [6912, 3840]);
        assert.deepStrictEqual(sizeFor({ ...onInf1, instanceType: UNKNOWN }), [
            { least: 0, unknown: ["memory"] },
            { least: 0, unknown: ["cpu"] },
        ]);
        assert.deepStrictEqual(sizeFor({ ...onInf1, takesInstance: UNKNOWN }), [
            { least: 0, unknown: ["memory"] },
            { least: 0, unknown: ["cpu"] },
        ]);
    });
});

describe("TaskDefinition that takes its instance, before it registers a child,", () => {
    refuses(
        [
            [
                "a memory and a CPU of its own",
                { memory: "4096", cpu: "1024" },
                ["memory", "cpu"].map(
                    (name) => `${name} is given together with takesInstance; give only one of the two`,
                ),
            ],
            [
                "no type",
                { instanceType: undefined },
                ["takesInstance is true, but nothing says of which type; give pool, or instanceType"],
            ],
            [
                "types of different sizes",
                { instanceType: undefined, instanceTypes: ["inf1.xlarge", "inf1.2xlarge"] },
                [
                    "takesInstance is true, but inf1.2xlarge has room for two of what it reserves, 6912 MiB and 3840 CPU " +
                        "units; give types of one size, or lower leavesMemory and leavesCpu",
                ],
            ],
            [
                "containers that reserve more",
                { containers: [{ ...model, memory: 7000, cpu: 4000 }] },
                [
                    "takesInstance is true, which reserves 6912 MiB, but its containers reserve 7000; let them reserve 88 " +
                        "less, lower leavesMemory, or choose a larger type",
                    "takesInstance is true, which reserves 3840 CPU units, but its containers reserve 4000; let them reserve " +
                        "160 less, lower leavesCpu, or choose a larger type",
                ],
            ],
            [
                "what it leaves where it takes none",
                { takesInstance: undefined, leavesMemory: 64, leavesCpu: 64 },
                ["leavesMemory", "leavesCpu"].map(
                    (name) =>
                        `${name} is given, although takesInstance is not; give takesInstance: true, or leave it out`,
                ),
            ],
        ],
        onInf1,
    );
});
