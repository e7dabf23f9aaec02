import assert from "node:assert/strict";
import { Cluster } from "../../../components";
import { before } from "../cluster/harness";
import { register } from "../mocked-engine";

describe("pool: the security group of its instances", () => {
    it("lets egress outlive the instances, which join and drain by it", async () => {
        const dependencies: Record<string, readonly string[]> = {};
        await register(() => new Cluster("ml", { instanceType: "inf1.xlarge" }), undefined, false, { dependencies });
        for (const rule of ["ml-egress-ipv4", "ml-egress-ipv6"]) {
            assert.deepStrictEqual(before(rule, dependencies), [
                "inferentia-ml-capacity",
                "ml",
                "ml-capacity-association",
                "ml-capacity-providers",
                "ml-group",
                "ml-instance-template",
            ]);
        }
    });
});
