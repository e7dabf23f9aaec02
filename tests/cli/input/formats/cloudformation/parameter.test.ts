import assert from "node:assert/strict";
import { UNKNOWN } from "../../../../../checks";
import { asParameter, defaultOf } from "../../../../../cli/input/formats/cloudformation/parameter";
import { SsmReference } from "../../../../../cli/input/formats/cloudformation/ssm-reference";

describe("defaultOf", () => {
    const image = "AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>";
    const cases: [what: string, parameter: unknown, value: unknown][] = [
        ["a number as a text", { Type: "Number", Default: 8500 }, "8500"],
        ["a list of trimmed texts", { Type: "CommaDelimitedList", Default: "a, b" }, ["a", "b"]],
        ["a list of numbers", { Type: "List<Number>", Default: "1,2" }, ["1", "2"]],
        ["a parameter of Systems Manager", { Type: image, Default: "/ami" }, new SsmReference("/ami")],
        [
            "UNKNOWN for a list of Systems Manager",
            { Type: "AWS::SSM::Parameter::Value<List<String>>", Default: "/a" },
            UNKNOWN,
        ],
        ["UNKNOWN for what is not to be shown", { Type: "String", Default: "s3cr3t", NoEcho: true }, UNKNOWN],
        ["UNKNOWN without a default", { Type: "String" }, UNKNOWN],
        ["UNKNOWN for what is no parameter", undefined, UNKNOWN],
    ];
    for (const [what, parameter, value] of cases) {
        it(`is ${what}`, () => assert.deepStrictEqual(defaultOf(parameter), value));
    }
});

describe("asParameter", () => {
    it("splits the text of a list alone", () => {
        assert.deepStrictEqual(
            ["String", "CommaDelimitedList"].map((type) => asParameter("a, b", type)),
            ["a, b", ["a", "b"]],
        );
    });
});
