import assert from "node:assert/strict";
import { imageParameter } from "../../../../../cli/input/formats/terraform/image-parameter";
import type { TerraformResource } from "../../../../../cli/input/formats/terraform/resource";

const parameter = (name: unknown, value: string): TerraformResource => ({
    type: "aws_ssm_parameter",
    address: "data.aws_ssm_parameter.ami",
    base: "data.aws_ssm_parameter.ami",
    key: "",
    module: "",
    isData: true,
    values: { name, value },
    place: [],
});

describe("imageParameter", () => {
    const [inf, arm] = [parameter("/inf", '{"image_id":"ami-1"}'), parameter("/arm", "ami-2")];
    const other = { ...parameter("/other", "ami-1"), type: "aws_ami" };
    const cases: [what: string, id: unknown, referred: TerraformResource[], found: string | undefined][] = [
        ["the one to which the argument refers", "ami-2", [other, inf], "/inf"],
        ["the one in whose value the id stands", "ami-2", [], "/arm"],
        ["none for an id in no value", "ami-3", [], undefined],
        ["none for what is no id", "2", [], undefined],
        ["none without a name", "ami-1", [parameter(undefined, "ami-1")], undefined],
    ];
    for (const [what, id, referred, found] of cases) {
        it(`finds ${what}`, () => assert.equal(imageParameter(id, referred, [other, inf, arm]), found));
    }
});
