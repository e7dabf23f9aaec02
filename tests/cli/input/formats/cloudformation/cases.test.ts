import assert from "node:assert/strict";
import { UNKNOWN } from "../../../../../checks";
import { casesOf, documentsOf, environments } from "./template";

describe("The conditions of a CloudFormation template", () => {
    it("make a stack for each branch, the one by the defaults first", () => {
        assert.deepStrictEqual(casesOf(environments(""), "!If [IsProd, p, d]"), [
            [{ IsProd: false }, { T: "d" }],
            [{ IsProd: true }, { T: "p" }],
        ]);
    });

    it("never contradict each other", () => {
        assert.deepStrictEqual(casesOf(environments(""), "!If [IsProd, p, !If [IsDev, d, o]]"), [
            [{ IsProd: false, IsDev: true }, { T: "d" }],
            [{ IsProd: true, IsDev: false }, { T: "p" }],
            [{ IsProd: false, IsDev: false }, { T: "o" }],
        ]);
    });

    it("take only the values that a parameter allows", () => {
        assert.deepStrictEqual(
            casesOf(environments(", AllowedValues: [dev, prod]"), "!If [IsProd, p, !If [IsDev, d, o]]"),
            [
                [{ IsProd: false, IsDev: true }, { T: "d" }],
                [{ IsProd: true, IsDev: false }, { T: "p" }],
            ],
        );
    });

    it("give a parameter the value that they demand, and take it for unknown where they exclude its default", () => {
        const head = `Parameters: {Name: {Type: String, Default: ""}}
Conditions:
  HasName: !Not [!Equals [!Ref Name, ""]]
`;
        assert.deepStrictEqual(casesOf(head, "!If [HasName, !Ref Name, none]"), [
            [{ HasName: false }, { T: "none" }],
            [{ HasName: true }, { T: UNKNOWN }],
        ]);
        assert.deepStrictEqual(casesOf(environments(""), "!If [IsProd, !Ref Env, d]")[1], [
            { IsProd: true },
            { T: "prod" },
        ]);
    });

    it("leave out a resource that is not there", () => {
        const more = "  P: {Type: AWS::ECS::TaskDefinition, Condition: IsProd, Properties: {Family: p}}\n";
        assert.deepStrictEqual(casesOf(environments(""), "t", more), [
            [{ IsProd: false }, { T: "t" }],
            [{ IsProd: true }, { T: "t", P: "p" }],
        ]);
    });

    it("are not known when there are too many, which is said", () => {
        const names = Array.from({ length: 12 }, (_, index) => `C${index}`);
        const text = `Parameters: {${names.map((name) => `P${name}: {Type: String, Default: a}`).join(", ")}}
Conditions: {${names.map((name) => `${name}: !Equals [!Ref P${name}, b]`).join(", ")}}
Resources:
  T: {Type: AWS::ECS::TaskDefinition, Properties: {Family: !Join ["", [${names.map((name) => `!If [${name}, x, y]`).join(", ")}]]}}
`;
        const documents = documentsOf(text);
        assert.deepStrictEqual(
            documents.map(({ resources, warnings }) => [resources[0]?.properties, warnings]),
            [
                [
                    { Family: UNKNOWN },
                    [
                        {
                            place: ["Conditions"],
                            text: "with 12 conditions there are too many cases to check each; what they decide is not known",
                        },
                    ],
                ],
            ],
        );
    });
});
