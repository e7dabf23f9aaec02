import assert from "node:assert/strict";
import { alone, ofPool } from "./harness";

describe("pool: its network", () => {
    it("takes a network of its own", async () => {
        const network = { vpcId: "vpc-01", subnetIds: ["subnet-0b"], securityGroupIds: ["sg-1"] };
        const resources = await alone({ ...ofPool, ...network });
        assert.deepStrictEqual(
            [
                resources["inf-group"]?.["vpcZoneIdentifiers"],
                resources["inf-instance-template"]?.["vpcSecurityGroupIds"],
                resources["inf-security-group"],
            ],
            [["subnet-0b"], ["sg-1"], undefined],
        );
    });
});
