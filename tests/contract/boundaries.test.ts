import assert from "node:assert/strict";
import {
    amiFromParameterValue,
    amiIdPattern,
    defaultHostPort,
    ecsNamePattern,
    imageTagPattern,
    isBelow,
    isInf1InstanceType,
    normalizedPath,
    parseVisibleDevices,
    reservedHostPorts,
    rootDeviceName,
    runsNeuronRtd,
    socketPath,
    turnsInferentiaSupportOff,
    visibleDevicesProblems,
} from "../../contract";

/** What a pattern accepts and what it refuses, at its edges. */
const patterns: [string, RegExp, right: string[], wrong: string[]][] = [
    [
        "An AMI id",
        amiIdPattern,
        ["ami-01234567", "ami-0123456789abcdef0"],
        ["xami-01234567", "ami-012345678", "ami-0123456", "ami-0123456789abcdef01", "ami-0123456g", "AMI-01234567"],
    ],
    [
        "A cluster name",
        ecsNamePattern,
        ["a", "A-b_9", "a".repeat(255)],
        ["", "a".repeat(256), " a", "a ", "a.b", "a\n"],
    ],
    [
        "An image tag",
        imageTagPattern,
        ["latest", "1.0.8444.0", "_", "a-", "a".repeat(128)],
        ["", ".a", "-a", "a".repeat(129), "a:b", " a", "a b"],
    ],
];
for (const [what, pattern, right, wrong] of patterns) {
    describe(what, () => {
        for (const text of right) {
            it(`may be ${JSON.stringify(text.slice(0, 30))} (${text.length} characters)`, () =>
                assert.ok(pattern.test(text)));
        }
        for (const text of wrong) {
            it(`may not be ${JSON.stringify(text.slice(0, 30))} (${text.length} characters)`, () =>
                assert.ok(!pattern.test(text)));
        }
    });
}

describe("Facts that are one value", () => {
    it("are the root device of the ECS-optimized AMIs, and the ports of the instance itself", () => {
        assert.deepStrictEqual(
            [rootDeviceName, reservedHostPorts],
            ["/dev/xvda", [22, 2375, 2376, 51678, 51679, 51680]],
        );
    });
});

describe("An AMI in a parameter's value", () => {
    it("is found behind blanks before the document", () =>
        assert.equal(amiFromParameterValue(' {"image_id":"ami-01234567"}')?.id, "ami-01234567"));

    it("is a text, and no list of one", () =>
        assert.equal(amiFromParameterValue('{"image_id":["ami-01234567"]}'), undefined));
});

describe("Inferentia support", () => {
    it("is off in whatever case that is written", () =>
        assert.ok(turnsInferentiaSupportOff("ECS_ENABLE_INF_SUPPORT=FALSE")));
});

describe("A path", () => {
    const paths: [string, string][] = [
        ["/a//b.sock", "/a/b.sock"],
        ["/a/./b.sock", "/a/b.sock"],
        ["//a///b/", "/a/b"],
        ["/a/x/../b.sock", "/a/b.sock"],
        ["/../a", "/a"],
        ["/", ""],
        ["/./", ""],
        ["a/b/", "a/b"],
        ["", ""],
    ];
    for (const [path, resolved] of paths) {
        it(`${JSON.stringify(path)} is ${JSON.stringify(resolved)}`, () => {
            assert.deepStrictEqual(
                [normalizedPath(path), path.startsWith("/") ? socketPath(`unix:${path}`) : resolved],
                [resolved, resolved],
            );
        });
    }

    it("lies below a directory however the two are written", () =>
        assert.deepStrictEqual(
            [isBelow("/sock/./a", "//sock/"), isBelow("/sock/../a", "/sock"), isBelow("/sock//", "/sock")],
            [true, false, false],
        ));
});

describe("AWS_NEURON_VISIBLE_DEVICES at the edges of its grammar", () => {
    const items: [string, string][] = [
        ["+1x", "is not a device index"],
        ["+12", "has a sign"],
        ["1x", "is not a device index"],
        ["x1", "is not a device index"],
        ["007", "has a leading zero"],
        ["01x", "is not a device index"],
        ["0x1", "is not a device index"],
    ];
    for (const [item, problem] of items) {
        it(`says that ${item} ${problem}`, () =>
            assert.deepStrictEqual(visibleDevicesProblems(item), [`item 1, "${item}", ${problem}`]));
    }

    for (const index of [10, 100]) {
        it(`takes ${index} for a device, whose zeros do not lead`, () =>
            assert.deepStrictEqual(parseVisibleDevices(String(index)), { devices: [index] }));
    }

    it("judges a text of exactly 100 characters", () => {
        const text = `${"0,".repeat(49)}00`;
        assert.deepStrictEqual(
            [text.length, visibleDevicesProblems(text)],
            [100, ['item 50, "00", has a leading zero']],
        );
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
    for (const line of [
        "echo neuron-rtd",
        "echo a;b=1 x neuron-rtd",
        "grep neuron-rtd file",
        "test a=b neuron-rtd",
        "a;= neuron-rtd",
        "./a=b neuron-rtd",
    ]) {
        it(`does not run in ${JSON.stringify(line)}`, () => assert.ok(!runsNeuronRtd(["sh", "-c", line])));
    }
    for (const argv of [
        ["sh", "x-c", "neuron-rtd"],
        ["sh", "c-", "neuron-rtd"],
    ]) {
        it(`is no shell line in ${JSON.stringify(argv)}`, () => assert.ok(!runsNeuronRtd(argv)));
    }
});

describe("A host port that is not given", () => {
    const ports: [string | undefined, number][] = [
        [undefined, 0],
        ["bridge", 0],
        ["awsvpc", 8501],
        ["host", 8501],
    ];
    for (const [networkMode, port] of ports) {
        it(`is ${port} with network mode ${networkMode ?? "not said"}`, () =>
            assert.equal(defaultHostPort(networkMode, 8501), port));
    }
});

describe("An Inf1 instance type", () => {
    it("is a text, and no list of one", () => assert.equal(isInf1InstanceType(["inf1.xlarge"]), false));
});
