import type { TaskDefinitionArgs } from "../../../../components/task-definition/args/task-definition";
import { minimal, model, refuses } from "../harness";

const onInf1: TaskDefinitionArgs = { ...minimal, instanceType: "inf1.xlarge", takesInstance: true };

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
