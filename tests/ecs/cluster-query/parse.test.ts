import { UNKNOWN, type Known } from "../../../ecs/known";
import assert from "node:assert/strict";
import { neuronPlacementOf } from "../../../ecs/cluster-query/neuron-placement";
import { instanceOf } from "../../../ecs/cluster-query/instance";
import { parseClusterQuery, parseExpression } from "../../../ecs/cluster-query/parse";

const inf1Xlarge = instanceOf({ instanceType: "inf1.xlarge", attributes: UNKNOWN });

describe("A cluster query", () => {
    const type = "attribute:ecs.instance-type";

    const words: [string, string, string][] = [
        ["not_equals", "!=", "inf1.xlarge"],
        ["not_matches", "!~", "inf1.*"],
        ["not_in", "!in", "[inf1.xlarge]"],
        ["equals", "==", "inf1.xlarge"],
        ["matches", "=~", "inf1.*"],
    ];
    for (const [word, sign, argument] of words) {
        it(`takes ${word} for ${sign}`, () => {
            const both = [word, sign].map((operator) => neuronPlacementOf([`${type} ${operator} ${argument}`]));
            assert.ok(both[0] !== undefined);
            assert.deepStrictEqual(both[0], both[1]);
        });
    }

    it("tells the values that it names, by their subject", () =>
        assert.deepStrictEqual(
            parseExpression(`${type} == inf1.xlarge or (${type} in [a, b] and task:group exists)`)?.values,
            new Map([
                [type, ["inf1.xlarge", "a", "b"]],
                ["task:group", []],
            ]),
        ));

    it("takes not_exists for !exists", () =>
        assert.deepStrictEqual(neuronPlacementOf([`${type} not_exists`]), neuronPlacementOf([`${type} !exists`])));

    for (const operator of [
        ">",
        ">=",
        "<",
        "<=",
        "greater_than",
        "greater_than_equal",
        "less_than",
        "less_than_equal",
    ]) {
        it(`does not decide ${operator} over the instance type`, () => {
            assert.equal(parseClusterQuery(`${type} ${operator} inf1.xlarge`)?.(inf1Xlarge), UNKNOWN);
            assert.equal(parseClusterQuery(`agentVersion ${operator} 1.0`)?.(inf1Xlarge), UNKNOWN);
        });
    }

    const answers: [string, Known<boolean>][] = [
        ["attribute:stack == prod", UNKNOWN],
        ["attribute:ecs.os-type == linux", true],
        ["attribute:ecs.cpu-architecture == arm64", false],
        ["attribute:ecs.ami-id == ami-1", UNKNOWN],
        ["task:group == service:web", UNKNOWN],
        ["attribute:stack exists", UNKNOWN],
        ["attribute:stack !exists", UNKNOWN],
        [`${type} =~ inf1.{2}`, UNKNOWN],
        [`${type} =~ (a+)+`, UNKNOWN],
        [`!(${type} == m5.large)`, true],
        [`not ${type} == inf1.xlarge`, false],
        [`${type} == inf1.xlarge and attribute:stack == prod`, UNKNOWN],
        [`attribute:stack == prod and ${type} == inf1.xlarge`, UNKNOWN],
        [`attribute:stack == prod or ${type} == inf1.xlarge`, true],
        [`${type} =~ [`, UNKNOWN],
        [`${type} !~ [`, UNKNOWN],
        [`${type} =~ a)b`, UNKNOWN],
        [`${type} in [m5.large, inf1.xlarge]`, true],
        [`${type} in [inf1.xlarge, m5.large]`, true],
        [`${type} in ["m5.large", "inf1.xlarge"]`, true],
        [`${type} == 'inf1.xlarge'`, true],
        [`${type} == "inf1.xlarge'`, false],
        [`${type} == x"inf1.xlarge"`, false],
        [`${type} == "inf1.xlarge"x`, false],
        [`${type} =~ .*.*.*.*`, true],
        [`${type} =~ .*.*.*.*.*`, UNKNOWN],
        [`${type} =~ inf1.xlarge${"|a".repeat(16)}`, true],
        [`${type} =~ inf1.xlarge${"|a".repeat(17)}`, UNKNOWN],
        [`${type} =~ inf1\\.(xlarge|2xlarge)`, true],
        [`${type} matches inf1\\.(xlarge|2xlarge)`, true],
        [`${type} !~ inf1\\.(xlarge|2xlarge)`, false],
        [`${type} not_matches inf1\\.(xlarge|2xlarge)`, false],
    ];
    for (const [expression, answer] of answers) {
        it(`answers ${String(answer)} for inf1.xlarge: ${expression}`, () =>
            assert.equal(parseClusterQuery(expression)?.(inf1Xlarge), answer));
    }

    for (const expression of [
        "",
        " ",
        type,
        `${type} ==`,
        `${type} == (`,
        `1a == b`,
        `a$b == c`,
        `(${type} == inf1.xlarge`,
        `${type} == a b`,
        "== a",
        `${type} or`,
        `${type} == a or`,
        "=~ a",
        `${type} =~`,
        `${type} is`,
        "1a exists or attribute:stack exists",
    ]) {
        it(`is not ${JSON.stringify(expression)}`, () => assert.equal(parseClusterQuery(expression), undefined));
    }

    it("has at most 2,000 characters, blanks around it not counted", () => {
        const query = `${type} == ${"a".repeat(2000 - type.length - 4)}`;
        assert.equal(query.length, 2000);
        assert.ok(parseClusterQuery(`  ${query}  `));
        assert.equal(parseClusterQuery(`${query}a`), undefined);
    });
});

describe("Instances without Inferentia and Trainium", () => {
    for (const other of ["m5.large", "c6i.xlarge", "t3.micro", "g4dn.xlarge", "r7g.large"]) {
        it(`are seen where an expression lets ${other} in`, () => {
            assert.equal(neuronPlacementOf([`attribute:ecs.instance-type in [inf1.xlarge, ${other}]`])?.others, true);
        });
    }
});
