import assert from "node:assert/strict";
import {
    imageTagPattern,
    isTcpAddress,
    neuronRtdCommand,
    neuronRtdDefaultAddress,
    neuronRtdImage,
    socketAddress,
    socketPath,
} from "../../contract";

describe("The daemon's address", () => {
    const addresses: [string, boolean][] = [
        ["localhost:7000", true],
        ["127.0.0.1:46000", true],
        ["ipv4:10.0.0.1", true],
        ["ipv6:[::1]", true],
        ["dns:///host", true],
        ["tcp:host", true],
        ["host", false],
        ["host:", false],
        ["host:name", false],
        ["host:123456", false],
        ["host:7000/a", false],
        ["my-tcp:host", false],
        ["/sock/tcp:a", false],
        ["unix:/sock/a:7000", false],
        ["host:1/unix:", false],
        ["a:7000unix:", false],
    ];
    for (const [address, isTcp] of addresses) {
        it(`${isTcp ? "names" : "does not name"} a port: ${address}`, () => assert.equal(isTcpAddress(address), isTcp));
    }

    it("is given to it with -g, and is this one without", () =>
        assert.deepStrictEqual(
            [neuronRtdCommand("unix:/sock/a.sock"), neuronRtdDefaultAddress],
            ["neuron-rtd -g unix:/sock/a.sock", "unix:/run/neuron.sock"],
        ));
});

describe("The daemon's image", () => {
    it("is the public one of a region and a tag", () => {
        assert.equal(neuronRtdImage("us-west-2"), "790709498068.dkr.ecr.us-west-2.amazonaws.com/neuron-rtd:latest");
        assert.equal(
            neuronRtdImage("cn-north-1"),
            "790709498068.dkr.ecr.cn-north-1.amazonaws.com.cn/neuron-rtd:latest",
        );
        assert.equal(
            neuronRtdImage("us-east-1", "1.0.8444.0"),
            "790709498068.dkr.ecr.us-east-1.amazonaws.com/neuron-rtd:1.0.8444.0",
        );
    });

    for (const tag of ["latest", "1.0.8444.0", "_", "a-", "a".repeat(128)]) {
        it(`may have the tag ${tag.slice(0, 30)} (${tag.length} characters)`, () =>
            assert.ok(imageTagPattern.test(tag)));
    }
    for (const tag of ["", ".a", "-a", "a".repeat(129), "a:b", " a", "a b"]) {
        it(`may not have the tag ${JSON.stringify(tag.slice(0, 30))} (${tag.length} characters)`, () =>
            assert.ok(!imageTagPattern.test(tag)));
    }
});

describe("The daemon's socket", () => {
    it("lies below the mount", () => {
        assert.equal(socketAddress("/sock"), "unix:/sock/neuron-rtd.sock");
        assert.equal(socketAddress("/sock/"), "unix:/sock/neuron-rtd.sock");
    });

    const addresses: [string, string | undefined][] = [
        ["unix:/sock/neuron-rtd.sock", "/sock/neuron-rtd.sock"],
        ["unix:///sock/neuron-rtd.sock", "/sock/neuron-rtd.sock"],
        ["unix:/a//b.sock", "/a/b.sock"],
        ["unix:/a/./b.sock", "/a/b.sock"],
        ["unix://a///b/", "/a/b"],
        ["unix:/a/x/../b.sock", "/a/b.sock"],
        ["unix:/../a", "/a"],
        ["unix:/", ""],
        ["unix:/./", ""],
        ["unix:sock/neuron-rtd.sock", undefined],
        ["/sock/neuron-rtd.sock", undefined],
        ["localhost:46000", undefined],
        ["", undefined],
    ];
    for (const [address, path] of addresses) {
        it(`of ${JSON.stringify(address)} is at ${String(path)}`, () => assert.equal(socketPath(address), path));
    }
});
