import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import type { TaskDefinitionArgs } from "../../../components";
import { generatedName, logGroupName } from "../../../components/task-definition/log-group";
import { valueOf } from "../engine/value-of";
import { register } from "../mocked-engine";
import { minimal, registered } from "./harness";

describe("The log group of a task", () => {
    const cases: [what: string, args: Partial<TaskDefinitionArgs>, inputs: object | undefined][] = [
        [
            "is of its family, and keeps what it gets for a month",
            {},
            { name: "/ecs/project-stack-inference", retentionInDays: 30 },
        ],
        [
            "is as it is asked for",
            {
                family: "bert",
                logGroupName: "/models",
                logRetentionInDays: 7,
                logKmsKeyArn: "arn:aws:kms:us-east-1:123456789012:key/1",
                tags: { team: "ml" },
            },
            {
                name: "/models",
                retentionInDays: 7,
                kmsKeyId: "arn:aws:kms:us-east-1:123456789012:key/1",
                tags: { team: "ml" },
            },
        ],
        ["is not there without logging", { logging: false }, undefined],
    ];
    for (const [what, args, inputs] of cases) {
        it(what, async () => {
            const found = (await registered({ ...minimal, ...args })).find(({ name }) => name === "inference-logs");
            assert.deepStrictEqual(found?.inputs, inputs);
        });
    }

    it("has the name that its family's output gives", async () => {
        assert.equal(await valueOf(pulumi.output(logGroupName(pulumi.output("bert"), minimal))), "/ecs/bert");
    });
});

describe("The name of what a component creates", () => {
    it("is of its project and stack, without what ECS does not take", async () => {
        let name = "";
        await register(() => void (name = generatedName("a.b/c d")));
        assert.equal(name, "project-stack-a-b-c-d");
    });
});
