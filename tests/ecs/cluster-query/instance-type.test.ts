import assert from "node:assert/strict";
import { compareInstanceType } from "../../../ecs/cluster-query/instance-type";
import { UNKNOWN, type Known } from "../../../ecs/known";

describe("A comparison of the instance type inf1.xlarge", () => {
    const comparisons: [string, string, Known<boolean>][] = [
        ["==", "inf1.xlarge", true],
        ["==", "'inf1.xlarge'", true],
        ["==", '"inf1.xlarge"', true],
        ["==", "inf1.2xlarge", false],
        ["==", "'inf1.xlarge", false],
        ["==", "x'inf1.xlarge'", false],
        ["==", "'inf1.xlarge'x", false],
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
            assert.equal(compareInstanceType("inf1.xlarge", operator, argument), answer));
    }
});
