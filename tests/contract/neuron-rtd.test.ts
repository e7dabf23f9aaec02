import assert from "node:assert/strict";
import { isTcpAddress, neuronRtdCommand, neuronRtdDefaultAddress } from "../../contract";

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
