import assert from "node:assert/strict";
import { instanceOf } from "../../../ecs/cluster-query/instance";
import { UNKNOWN } from "../../../ecs/known";

describe("An instance in the cluster query language", () => {
    const attributes = new Map([["accelerator", "neuron"]]);
    const facts = { instanceType: "inf2.xlarge", amiId: "ami-1", availabilityZone: "a", attributes };
    const values: [string, unknown][] = [
        ["attribute:ecs.instance-type", "inf2.xlarge"],
        ["attribute:ecs.ami-id", "ami-1"],
        ["attribute:ecs.availability-zone", "a"],
        ["attribute:ecs.cpu-architecture", "x86_64"],
        ["attribute:ecs.os-type", "linux"],
        ["attribute:ecs.os-family", "LINUX"],
        ["attribute:accelerator", "neuron"],
        ["attribute:stack", UNKNOWN],
        ["task:group", UNKNOWN],
    ];
    for (const [subject, value] of values) {
        it(`has ${String(value)} as ${subject}`, () => assert.equal(instanceOf(facts)(subject), value));
    }

    const architecture = (instanceType: string) => instanceOf({ instanceType })("attribute:ecs.cpu-architecture");

    it("has the architecture of its family", () =>
        assert.deepStrictEqual(
            ["m7g.large", "c6gn.large", "a1.large", "g5.xlarge", "g5g.xlarge", "im4gn.large", "m10g.large"].map(
                architecture,
            ),
            ["arm64", "arm64", "arm64", "x86_64", "arm64", "arm64", "arm64"],
        ));

    it("has the architecture of a family that a pattern names, and no other", () =>
        assert.deepStrictEqual(["m7i.*", "a1b.*", "u-6tb1.metal", "*7g.large", "other types"].map(architecture), [
            ...["x86_64", "x86_64", "x86_64"],
            ...[UNKNOWN, UNKNOWN],
        ]));

    it("has Windows, of whatever release, where that is told", () => {
        const windows = instanceOf({ instanceType: "m5.large", isWindows: true, attributes: UNKNOWN });
        assert.deepStrictEqual(["attribute:ecs.os-type", "attribute:ecs.os-family", "attribute:stack"].map(windows), [
            "windows",
            UNKNOWN,
            UNKNOWN,
        ]);
    });
});
