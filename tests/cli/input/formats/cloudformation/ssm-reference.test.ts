import assert from "node:assert/strict";
import { UNKNOWN } from "../../../../../checks";
import { documentsOf, parameters, resolved } from "./template";

describe("A dynamic reference of a CloudFormation template", () => {
    const cases: [value: string, becomes: unknown][] = [
        ["'{{resolve:ssm:/ami:1}}'", UNKNOWN],
        ["'a {{resolve:secretsmanager:x}}'", UNKNOWN],
    ];
    for (const [value, becomes] of cases) {
        it(`becomes ${String(becomes)} for ${value}`, () => {
            assert.strictEqual(resolved(value), becomes);
        });
    }

    it("is an image id in EC2's form, where it comes from a parameter of Systems Manager", () => {
        const [document] = documentsOf(`${parameters}
Resources:
  A: {Type: AWS::EC2::LaunchTemplate, Properties: {LaunchTemplateData: {ImageId: !Ref Image}}}
  B: {Type: AWS::AutoScaling::LaunchConfiguration, Properties: {ImageId: "{{resolve:ssm:/ami/b:3}}"}}
  C: {Type: AWS::AutoScaling::LaunchConfiguration, Properties: {ImageId: "{{resolve:secretsmanager:c}}"}}
`);
        assert.deepStrictEqual(
            document?.resources.map(({ properties }) => properties),
            [
                { LaunchTemplateData: { ImageId: "resolve:ssm:/ami" } },
                { ImageId: "resolve:ssm:/ami/b" },
                { ImageId: UNKNOWN },
            ],
        );
    });
});
