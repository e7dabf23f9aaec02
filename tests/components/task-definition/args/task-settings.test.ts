import { refuses } from "../harness";

const statement = { actions: ["s3:GetObject"], resources: ["*"] };
const condition = { test: "StringEquals", variable: "aws:SourceVpce", values: ["vpce-1"] };

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
        [
            "a statement without resources and with a blank in its name",
            { executionRoleStatements: [{ sid: "read models", actions: ["s3:GetObject"] }] },
            [
                'executionRoleStatements[0].sid is "read models", but must be letters and digits',
                "executionRoleStatements[0].resources is missing; give on what it is allowed",
            ],
        ],
        [
            "a condition without a value",
            { taskRoleStatements: [{ ...statement, conditions: [{ ...condition, values: [] }] }] },
            ["taskRoleStatements[0].conditions[0].values is empty, but must be a list with at least one text"],
        ],
    ]);
});
