import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { certificateArn, created, from, own } from "./harness";

describe("load balancer: its security group", () => {
    it("serves the given address ranges alone, of both families, also by outputs", async () => {
        const allowedCidrBlocks = ["10.0.0.0/8", "2001:db8::/32", pulumi.output("fd00::/8")];
        const resources = await created({ certificateArn, internetFacing: true, allowedCidrBlocks });
        assert.deepStrictEqual(
            Object.entries(resources).filter(([name]) => name.startsWith("front-443")),
            [
                ["front-443-from-10.0.0.0-8", from(443, { cidrIpv4: "10.0.0.0/8" })],
                ["front-443-from-2", from(443, { cidrIpv6: "fd00::/8" })],
                ["front-443-from-2001-db8---32", from(443, { cidrIpv6: "2001:db8::/32" })],
            ],
        );
    });

    it("leaves security groups of one's own as they are", async () => {
        const resources = await created({ ...own, certificateArn, securityGroupIds: ["sg-1"] });
        assert.deepStrictEqual(resources["front"]?.["securityGroups"], ["sg-1"]);
        assert.deepStrictEqual(Object.keys(resources).sort(), ["front", "front-listener", "front-redirect"]);
    });
});
