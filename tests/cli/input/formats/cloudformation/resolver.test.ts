import assert from "node:assert/strict";
import { UNKNOWN } from "../../../../../checks";
import { resolved } from "./template";

describe("A value of a CloudFormation template", () => {
    const cases: [value: string, becomes: unknown][] = [
        ["!Ref Port", "8500"],
        ["!Ref Open", UNKNOWN],
        ["!Ref Hidden", UNKNOWN],
        ["!Ref Image", UNKNOWN],
        ["!Ref Repository", UNKNOWN],
        ["!Ref AWS::Region", "${AWS::Region}"],
        ["!Ref AWS::NoValue", undefined],
        ["!GetAtt Repository.Arn", UNKNOWN],
        ["!ImportValue other", UNKNOWN],
        ["{Fn::Transform: {Name: AWS::Include}, Own: a}", UNKNOWN],
    ];
    for (const [value, becomes] of cases) {
        it(`becomes ${String(becomes)} for ${value}`, () => {
            assert.strictEqual(resolved(value), becomes);
        });
    }
});
