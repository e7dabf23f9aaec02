import { refuses } from "../harness";

describe("TaskDefinition, before it registers a child, with settings of the task", () => {
    refuses([
        [
            "another platform than the instances'",
            { runtimePlatform: { cpuArchitecture: "ARM64" } },
            ['runtimePlatform.cpuArchitecture is "ARM64", but must be X86_64'],
        ],
        [
            "a statement without actions",
            { taskRoleStatements: [{ resources: ["*"] }] },
            ["taskRoleStatements[0].actions is missing; give what is allowed"],
        ],
    ]);
});
