import assert from "node:assert/strict";
import { problemsOf, validateArguments, type ArgumentCheck } from "../../../components/validation/validate";
import { integer } from "../../../components/validation/values";
import { UNKNOWN } from "../../../ecs/known";

const size = integer(0, 9, "instances");

describe("The arguments of a component", () => {
    const seen: unknown[] = [];
    const check: ArgumentCheck<{ min: number; max: number }> = {
        fields: { min: size, max: size },
        owned: { desired: "scaling sets it" },
        together: (args, problems) => {
            seen.push(args);
            problems.add("max", "does not fit");
        },
    };

    it("are checked each by itself, and then together without those that are wrong", () => {
        assert.deepStrictEqual(problemsOf("Pool", { min: 10, max: 2, desired: 1, quux: 1 }, check), [
            { propertyPath: "desired", reason: "must not be given: scaling sets it" },
            { propertyPath: "quux", reason: "is not an argument of Pool; leave it out" },
            { propertyPath: "min", reason: "is 10, but must be a whole number from 0 to 9 instances" },
            { propertyPath: "max", reason: "does not fit" },
        ]);
        assert.deepStrictEqual(seen, [{ min: UNKNOWN, max: 2, desired: UNKNOWN, quux: UNKNOWN }]);
    });

    it("need no check together", () => {
        const { found, unchecked } = validateArguments("Pool", { min: 1 }, { fields: check.fields });
        assert.deepStrictEqual([found, [...unchecked]], [[], []]);
    });
});
