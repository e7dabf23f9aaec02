import assert from "node:assert/strict";
import { placedOn } from "../../contract";

describe("Placement on Inf1", () => {
    it("is an expression over the instance type attribute", () => {
        assert.deepStrictEqual(placedOn("inf1.xlarge"), {
            type: "memberOf",
            expression: "attribute:ecs.instance-type == inf1.xlarge",
        });
    });
});
