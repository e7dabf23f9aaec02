import assert from "node:assert/strict";
import { subnetProblem } from "../../../components/load-balancer/subnets";

const subnet = (zone: string, vpcId = "vpc-1") => ({ id: `subnet-${zone}`, availabilityZone: zone, vpcId });

describe("load balancer: subnets", () => {
    it("takes one subnet for each of two zones or more", () => {
        assert.equal(subnetProblem("application", "vpc-1", [subnet("a"), subnet("b"), subnet("c")]), undefined);
    });

    it("takes one zone for a network load balancer", () => {
        assert.equal(subnetProblem("network", undefined, [subnet("a")]), undefined);
    });

    it("refuses one zone for an application load balancer", () => {
        assert.equal(
            subnetProblem("application", "vpc-1", [subnet("a")]),
            "has the one zone a, but a load balancer of the type application needs two zones at least; give another " +
                "subnet",
        );
    });

    it("refuses no subnet at all", () => {
        assert.equal(
            subnetProblem("network", "vpc-1", []),
            "has no subnet, but a load balancer of the type network needs a subnet",
        );
    });

    it("refuses two subnets of one zone", () => {
        assert.equal(
            subnetProblem("application", "vpc-1", [subnet("a"), { ...subnet("a"), id: "subnet-2" }, subnet("b")]),
            "has subnet-a and subnet-2, both in a, but a load balancer takes one in each; leave one out",
        );
    });

    it("refuses subnets of another VPC than its own, or than the others", () => {
        const message = "has subnet-b of vpc-2, but all must be of vpc-1, the VPC; give subnets of one VPC";
        for (const vpcId of ["vpc-1", undefined]) {
            assert.equal(subnetProblem("application", vpcId, [subnet("a"), subnet("b", "vpc-2")]), message);
        }
    });
});
