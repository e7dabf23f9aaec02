import assert from "node:assert/strict";
import { ResourceReferences } from "../../../../checks/stack/references";
import { startersInTarget } from "../../../../checks/stack/starters/event-target";
import { UNKNOWN } from "../../../../ecs/known";
import { resource } from "../../stack-resources";

const keys = { ecs: "ecsParameters", batch: "batchParameters" };

/** What a target starts: its kind by its placement, task definition, cluster and overrides. */
function startedBy(value: unknown): readonly unknown[] {
    const rule = resource("eventRule", "nightly");
    const target = { value, path: ["targets", 0], holder: "targets", keys };
    return startersInTarget(rule, 'rule "nightly"', target, new ResourceReferences(true)).map((starter) => ({
        title: starter.title,
        isPlaced: starter.isPlaced,
        taskDefinition: starter.settings.properties["taskDefinition"],
        cluster: starter.settings.properties["cluster"],
        overrides: starter.overrides,
    }));
}

const override = { name: "bert", command: ["serve"] };
const started = {
    title: 'rule "nightly"',
    isPlaced: true,
    taskDefinition: "bert:1",
    cluster: "ml",
    overrides: [] as unknown,
};
const task = { arn: "ml", ecsParameters: { taskDefinitionArn: "bert:1" } };

describe("A target of EventBridge", () => {
    const targets: [what: string, target: unknown, starters: readonly unknown[]][] = [
        ["starts the task of its parameters in the cluster of its ARN", task, [started]],
        [
            "overrides containers with its input, which is JSON",
            { ...task, input: JSON.stringify({ containerOverrides: [override] }) },
            [{ ...started, overrides: [override] }],
        ],
        ["overrides nothing with an input that is no JSON", { ...task, input: "<instance>" }, [started]],
        [
            "overrides what is not known with an input that is not",
            { ...task, input: UNKNOWN },
            [{ ...started, overrides: UNKNOWN }],
        ],
        [
            "calls RunTask itself",
            {
                arn: "arn:aws:scheduler:::aws-sdk:ecs:runTask",
                input: JSON.stringify({ TaskDefinition: "bert:1", Cluster: "ml" }),
            },
            [started],
        ],
        ["starts nothing of another service", { arn: "arn:aws:sqs:us-west-2:123456789012:queue" }, []],
        ["starts nothing with an empty block of Terraform", { arn: "ml", ecsParameters: [], batchParameters: [] }, []],
        ["starts nothing known where its parameters are not", { arn: "ml", ecsParameters: UNKNOWN }, []],
    ];
    for (const [what, target, starters] of targets) {
        it(what, () => assert.deepStrictEqual(startedBy(target), starters));
    }

    it("submits a job to the queue of its ARN", () => {
        const job = { arn: "queue", batchParameters: { jobDefinition: "embed" } };
        const started = startedBy(job) as { title: string; taskDefinition: unknown; isPlaced: boolean }[];
        assert.deepStrictEqual(
            started.map(({ title, taskDefinition, isPlaced }) => ({ title, taskDefinition, isPlaced })),
            [{ title: 'rule "nightly"', taskDefinition: "embed", isPlaced: false }],
        );
    });
});
