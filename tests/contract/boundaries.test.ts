import assert from "node:assert/strict";
import {
    amiIdFromParameterValue,
    amiIdPattern,
    clusterNamePattern,
    imageTagPattern,
    inf1Placement,
    reservedHostPorts,
    rootDeviceName,
    runsNeuronRtd,
    socketPath,
    turnsInferentiaSupportOff,
    visibleDevicesProblems,
} from "../../contract";
import { parseClusterQuery } from "../../contract/cluster-query";

/** What a pattern accepts and what it refuses, at its edges. */
const patterns: [string, RegExp, right: string[], wrong: string[]][] = [
    ["An AMI id", amiIdPattern, ["ami-01234567", "ami-0123456789abcdef0"], ["xami-01234567", "ami-012345678", "ami-0123456", "ami-0123456789abcdef01", "ami-0123456g", "AMI-01234567"]],
    ["A cluster name", clusterNamePattern, ["a", "A-b_9", "a".repeat(255)], ["", "a".repeat(256), " a", "a ", "a.b", "a\n"]],
    ["An image tag", imageTagPattern, ["latest", "1.0.8444.0", "_", "a-", "a".repeat(128)], ["", ".a", "-a", "a".repeat(129), "a:b", " a", "a b"]],
];
for (const [what, pattern, right, wrong] of patterns) {
    describe(what, () => {
        for (const text of right) {
            it(`may be ${JSON.stringify(text.slice(0, 30))} (${text.length} characters)`, () => assert.ok(pattern.test(text)));
        }
        for (const text of wrong) {
            it(`may not be ${JSON.stringify(text.slice(0, 30))} (${text.length} characters)`, () => assert.ok(!pattern.test(text)));
        }
    });
}

describe("Facts that are one value", () => {
    it("are the root device of the ECS-optimized AMIs, and the ports of the instance itself", () => {
        assert.deepStrictEqual([rootDeviceName, reservedHostPorts], ["/dev/xvda", [22, 2375, 2376, 51678, 51679, 51680]]);
    });
});

describe("An AMI in a parameter's value", () => {
    it("is found behind blanks before the document", () => assert.equal(amiIdFromParameterValue(' {"image_id":"ami-01234567"}'), "ami-01234567"));
});

describe("Inferentia support", () => {
    it("is off in whatever case that is written", () => assert.ok(turnsInferentiaSupportOff("ECS_ENABLE_INF_SUPPORT=FALSE")));
});

describe("A socket's address", () => {
    it("keeps slashes that are doubled inside the path", () => assert.equal(socketPath("unix:/a//b.sock"), "/a//b.sock"));
});

describe("AWS_NEURON_VISIBLE_DEVICES at the edges of its grammar", () => {
    const items: [string, string][] = [
        ["+1x", "is not a device index"],
        ["+12", "has a sign"],
        ["1x", "is not a device index"],
        ["x1", "is not a device index"],
        ["007", "has a leading zero"],
    ];
    for (const [item, problem] of items) {
        it(`says that ${item} ${problem}`, () => assert.deepStrictEqual(visibleDevicesProblems(item), [`item 1, "${item}", ${problem}`]));
    }

    it("takes 10 for a device, whose zero does not lead", () => assert.deepStrictEqual(visibleDevicesProblems("10"), []));

    it("judges a text of exactly 100 characters", () => {
        const text = `${"0,".repeat(49)}00`;
        assert.deepStrictEqual([text.length, visibleDevicesProblems(text)], [100, ['item 50, "00", has a leading zero']]);
    });
});

describe("The daemon in a shell line", () => {
    const runs = [
        "if neuron-rtd; then true; fi",
        "if true; then neuron-rtd; fi",
        "if false; then true; elif neuron-rtd; then true; fi",
        "if false; then true; else neuron-rtd; fi",
        "while neuron-rtd; do true; done",
        "until neuron-rtd; do true; done",
        "while true; do neuron-rtd; done",
        "! neuron-rtd",
        "exec neuron-rtd",
        "nohup neuron-rtd",
        "sudo neuron-rtd",
        "env neuron-rtd",
        "command neuron-rtd",
        "time neuron-rtd",
        "LOG=debug neuron-rtd",
        "(neuron-rtd)",
        "true && neuron-rtd",
        "true\nneuron-rtd",
    ];
    for (const line of runs) {
        it(`runs in ${JSON.stringify(line)}`, () => assert.ok(runsNeuronRtd(["sh", "-c", line])));
    }
    for (const line of ["echo neuron-rtd", "echo a;b=1 x neuron-rtd", "grep neuron-rtd file", "test a=b neuron-rtd", "a;= neuron-rtd"]) {
        it(`does not run in ${JSON.stringify(line)}`, () => assert.ok(!runsNeuronRtd(["sh", "-c", line])));
    }
    for (const argv of [["sh", "x-c", "neuron-rtd"], ["sh", "-cx", "neuron-rtd"]]) {
        it(`is no shell line in ${JSON.stringify(argv)}`, () => assert.ok(!runsNeuronRtd(argv)));
    }
});

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
            const both = [word, sign].map((operator) => inf1Placement([`${type} ${operator} ${argument}`]));
            assert.ok(both[0] !== undefined);
            assert.deepStrictEqual(both[0], both[1]);
        });
    }

    it("takes not_exists for !exists", () => assert.deepStrictEqual(inf1Placement([`${type} not_exists`]), inf1Placement([`${type} !exists`])));

    for (const operator of [">", ">=", "<", "<=", "greater_than", "greater_than_equal", "less_than", "less_than_equal"]) {
        it(`leaves ${operator} over the instance type open`, () => {
            assert.equal(parseClusterQuery(`${type} ${operator} inf1.xlarge`)?.("inf1.xlarge"), "maybe");
            assert.equal(parseClusterQuery(`agentVersion ${operator} 1.0`)?.("inf1.xlarge"), "maybe");
        });
    }

    const answers: [string, boolean | "maybe"][] = [
        ["attribute:stack == prod", "maybe"],
        ["attribute:stack exists", "maybe"],
        ["attribute:stack !exists", "maybe"],
        [`${type} =~ inf1.{2}`, "maybe"],
        [`${type} =~ (a+)+`, "maybe"],
        [`!(${type} == m5.large)`, true],
        [`not ${type} == inf1.xlarge`, false],
        [`${type} == inf1.xlarge and attribute:stack == prod`, "maybe"],
        [`attribute:stack == prod and ${type} == inf1.xlarge`, "maybe"],
        [`attribute:stack == prod or ${type} == inf1.xlarge`, true],
    ];
    for (const [expression, answer] of answers) {
        it(`answers ${String(answer)} for inf1.xlarge: ${expression}`, () => assert.equal(parseClusterQuery(expression)?.("inf1.xlarge"), answer));
    }

    for (const expression of ["", " ", type, `${type} ==`, `${type} == (`, `1a == b`, `a$b == c`, `(${type} == inf1.xlarge`, `${type} == a b`, "== a", `${type} or`, `${type} == a or`, "=~ a", `${type} =~`]) {
        it(`is not ${JSON.stringify(expression)}`, () => assert.equal(parseClusterQuery(expression), undefined));
    }

    it("has at most 2,000 characters, blanks around it not counted", () => {
        const query = `${type} == ${"a".repeat(2000 - type.length - 4)}`;
        assert.equal(query.length, 2000);
        assert.ok(parseClusterQuery(`  ${query}  `));
        assert.equal(parseClusterQuery(`${query}a`), undefined);
    });
});

describe("Instances without Inferentia", () => {
    for (const other of ["m5.large", "c6i.xlarge", "t3.micro", "g4dn.xlarge", "inf2.xlarge", "trn1.2xlarge", "r7g.large"]) {
        it(`are seen where an expression lets ${other} in`, () => {
            assert.equal(inf1Placement([`attribute:ecs.instance-type in [inf1.xlarge, ${other}]`])?.others, true);
        });
    }
});
