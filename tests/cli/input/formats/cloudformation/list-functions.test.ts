import assert from "node:assert/strict";
import { UNKNOWN } from "../../../../../checks";
import { resolved } from "./template";

describe("A function of a CloudFormation template", () => {
    const cases: [value: string, becomes: unknown][] = [
        ["!Join ['.', [ecr, !Ref AWS::Region, !Ref Port]]", "ecr.${AWS::Region}.8500"],
        ["!Join ['+', !Ref Names]", "a+b"],
        ["!Join ['', [a, !Ref Open]]", UNKNOWN],
        ["!Select ['0', [x, !Ref Open]]", "x"],
        ["!Select [9, [x]]", UNKNOWN],
        ["!Select [1, !Split ['/', a/b/c]]", "b"],
        ["!FindInMap [Sizes, large, Devices]", "0,1"],
        ["!FindInMap [Sizes, !Ref Open, Devices]", UNKNOWN],
        ["!FindInMap [Sizes, none, Devices, {DefaultValue: ALL}]", "ALL"],
        ["!FindInMap [Regions, !Ref AWS::Region, Name]", "same"],
        ["!FindInMap [Regions, !Ref AWS::Region, Ami]", UNKNOWN],
        ["{'Fn::Length': !Ref Names}", "2"],
        ["{'Fn::ToJsonString': {a: [1]}}", '{"a":[1]}'],
    ];
    for (const [value, becomes] of cases) {
        it(`becomes ${String(becomes)} for ${value}`, () => {
            assert.strictEqual(resolved(value), becomes);
        });
    }
});
