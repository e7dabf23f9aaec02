import assert from "node:assert/strict";
import { exportsOf } from "../../../../../cli/input/formats/cloudformation/exports-of";

const Resources = {
    Task: { Type: "AWS::ECS::TaskDefinition" },
    Cluster: { Type: "AWS::ECS::Cluster" },
};

/** The keys of what a template exports, and the resources behind them. */
function found(template: object): readonly unknown[] {
    return exportsOf({ Resources, ...template }, "ml.yaml").map(([key, { file, resource }]) => [key, file, resource]);
}

describe("What a template exports", () => {
    const exported = (Name: unknown, Value: unknown) => ({ Outputs: { Out: { Value, Export: { Name } } } });

    it("is the resource whose value an output has, by the name of the export", () =>
        assert.deepStrictEqual(
            [
                found(exported("task", { Ref: "Task" })),
                found(exported("arn", { "Fn::GetAtt": ["Cluster", "Arn"] })),
                found(exported({ "Fn::Sub": "${AWS::StackName}-task" }, { Ref: "Task" })),
            ],
            [
                [["task", "ml.yaml", "Task"]],
                [["arn", "ml.yaml", "Cluster"]],
                [["${AWS::StackName}-task", "ml.yaml", "Task"]],
            ],
        ));

    it("is what it keeps in a parameter of Systems Manager", () => {
        const kept = { Type: "AWS::SSM::Parameter", Properties: { Name: "/ml/task", Value: { Ref: "Task" } } };
        assert.deepStrictEqual(found({ Resources: { ...Resources, Kept: kept } }), [
            ["ssm:/ml/task", "ml.yaml", "Task"],
        ]);
    });

    it("is nothing of a value that no resource, or several, went into, and of an output without an export", () =>
        assert.deepStrictEqual(
            [
                found(exported("text", "a")),
                found(exported("both", { "Fn::Join": [":", [{ Ref: "Task" }, { Ref: "Cluster" }]] })),
                found({ Outputs: { Out: { Value: { Ref: "Task" } } } }),
                found({}),
            ],
            [[], [], [], []],
        ));
});
