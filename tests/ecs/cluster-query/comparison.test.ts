import assert from "node:assert/strict";
import { compare, valuesIn } from "../../../ecs/cluster-query/comparison";
import { ANOTHER } from "../../../ecs/cluster-query/instance";
import { UNKNOWN, type Known } from "../../../ecs/known";

describe("A comparison of the value inf1.xlarge", () => {
    const comparisons: [string, string, Known<boolean>][] = [
        ["==", "inf1.xlarge", true],
        ["==", "'inf1.xlarge'", true],
        ["==", '"inf1.xlarge"', true],
        ["==", "inf1.2xlarge", false],
        ["==", "'inf1.xlarge", false],
        ["==", "x'inf1.xlarge'", false],
        ["==", "'inf1.xlarge'x", false],
        ["==", "[inf1.xlarge]", false],
        ["!=", "inf1.xlarge", false],
        ["!=", "inf1.2xlarge", true],
        ["in", "[inf1.xlarge]", true],
        ["in", "[ inf1.2xlarge , 'inf1.xlarge' ]", true],
        ["in", "inf1.xlarge,inf1.2xlarge", true],
        ["in", "[inf1.2xlarge]", false],
        ["!in", "[inf1.xlarge]", false],
        ["!in", "[inf1.2xlarge]", true],
        ["=~", "inf1.*", true],
        ["=~", "'inf1.*'", true],
        ["=~", "inf", false],
        ["=~", "xlarge", false],
        ["=~", "inf1.xlarge|m5.large", true],
        ["=~", "m5.large|inf1", false],
        ["!~", "inf1.*", false],
        ["!~", "inf2.*", true],
        ["=~", "(", UNKNOWN],
        ["!~", "(", UNKNOWN],
        ["=~", "(inf1.xlarge)+", UNKNOWN],
        ["=~", "(inf1.xlarge)*", UNKNOWN],
        ["=~", "(inf1.xlarge)?", UNKNOWN],
        ["=~", "(inf1.xlarge){1}", UNKNOWN],
        ["=~", "inf1.xlarge{1}", UNKNOWN],
        ["=~", "(?:inf1.xlarge)", UNKNOWN],
        ["=~", "(i)nf1.xlarge\\1", UNKNOWN],
        ["=~", "(inf1).xlarge", true],
        ["=~", "i?n?f?1?.xlarge", true],
        ["=~", "i?n?f?1?.?xlarge", UNKNOWN],
        ["=~", "i*n+f?1?.?xlarge", UNKNOWN],
        ["=~", `inf1.xlarge${"|a".repeat(16)}`, true],
        ["=~", `inf1.xlarge${"|a".repeat(17)}`, UNKNOWN],
        [">", "inf1.xlarge", UNKNOWN],
        ["<=", "inf1.xlarge", UNKNOWN],
    ];
    for (const [operator, argument, answer] of comparisons) {
        it(`with ${operator} ${argument.slice(0, 40)} is ${String(answer)}`, () =>
            assert.equal(compare("inf1.xlarge", operator, argument), answer));
    }
});

describe("A comparison of a value that is not there, not known, or another than those named", () => {
    const comparisons: [string, string, Known<boolean>, Known<boolean>, Known<boolean>][] = [
        ["exists", "", false, UNKNOWN, true],
        ["!exists", "", true, UNKNOWN, false],
        ["==", "neuron", false, UNKNOWN, false],
        ["!=", "neuron", UNKNOWN, UNKNOWN, true],
        ["in", "[neuron]", false, UNKNOWN, false],
        ["!in", "[neuron]", UNKNOWN, UNKNOWN, true],
        ["=~", "neuron", false, UNKNOWN, false],
        ["=~", "neuron.*", false, UNKNOWN, UNKNOWN],
        ["=~", ".*", false, UNKNOWN, UNKNOWN],
        ["!~", "neuron", UNKNOWN, UNKNOWN, true],
        ["!~", "neuron.*", UNKNOWN, UNKNOWN, UNKNOWN],
        [">", "neuron", UNKNOWN, UNKNOWN, UNKNOWN],
    ];
    for (const [operator, argument, ofNone, ofUnknown, ofAnother] of comparisons) {
        it(`with ${operator} ${argument} is ${[ofNone, ofUnknown, ofAnother].map(String).join(", ")}`, () =>
            assert.deepStrictEqual(
                [
                    compare(undefined, operator, argument),
                    compare(UNKNOWN, operator, argument),
                    compare(ANOTHER, operator, argument),
                ],
                [ofNone, ofUnknown, ofAnother],
            ));
    }
});

describe("The values that a comparison names", () => {
    it("are its argument, or each of its list", () => {
        assert.deepStrictEqual(valuesIn("==", "'neuron'"), ["neuron"]);
        assert.deepStrictEqual(valuesIn("==", "[neuron, gpu]"), ["[neuron, gpu]"]);
        assert.deepStrictEqual(valuesIn("in", "[neuron, 'gpu']"), ["neuron", "gpu"]);
        assert.deepStrictEqual(valuesIn("!in", "[neuron, 'gpu']"), ["neuron", "gpu"]);
    });
});
