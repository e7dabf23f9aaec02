import assert from "node:assert/strict";
import { documentsOf } from "./template";

describe("The warnings of a CloudFormation template", () => {
    it("name what it holds that is not checked, and why", () => {
        const [document] = documentsOf(`Transform: [Own::Macro, AWS::Serverless-2016-10-31]
Parameters: {Names: {Type: CommaDelimitedList}}
Resources:
  Fn::ForEach::Tasks: [Name, !Ref Names, {"T\${Name}": {Type: AWS::ECS::TaskDefinition}}]
  Inner: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: x}}
  Typo: {Typ: AWS::ECS::TaskDefinition}
  Open: {Type: AWS::ECS::TaskDefinition, Properties: {Family: a, Fn::Transform: {Name: AWS::Include}}}
`);
        assert.deepStrictEqual(
            document?.resources.map(({ id }) => id),
            ["Inner"],
        );
        assert.deepStrictEqual(document.warnings, [
            {
                place: ["Resources", "Fn::ForEach::Tasks"],
                text: "what Fn::ForEach::Tasks makes is not checked: over what it goes is not known",
            },
            { place: ["Transform"], text: "the macro Own::Macro may change this template; it is checked as it stands" },
            {
                place: ["Resources", "Inner"],
                text: "the stack Inner has a template of its own, which is not checked with this one",
            },
            { place: ["Resources", "Typo"], text: "Typo is not checked: it has no type" },
            {
                place: ["Resources", "Open"],
                text: "Open is not checked: what Fn::Transform puts into its properties is not known",
            },
        ]);
    });
});
