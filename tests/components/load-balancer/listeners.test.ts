import assert from "node:assert/strict";
import { balancerArn, created, noRoute } from "./harness";

describe("load balancer: its listeners", () => {
    it("serves HTTP alone where that is asked for by name", async () => {
        const { "front-listener": listener, ...others } = await created({ protocol: "HTTP" });
        assert.deepStrictEqual(listener, {
            loadBalancerArn: balancerArn,
            port: 80,
            protocol: "HTTP",
            defaultActions: [noRoute],
        });
        assert.deepStrictEqual(Object.keys(others).sort(), ["front", "front-80-from-0", "front-balancer-group"]);
    });
});
