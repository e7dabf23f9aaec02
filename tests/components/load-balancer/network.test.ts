import assert from "node:assert/strict";
import { LoadBalancer, type LoadBalancerArgs } from "../../../components";
import { children, register, type Calls } from "../mocked-engine";
import { failing } from "../refused-lookups";
import { certificateArn, created, from, own } from "./harness";

const getVpc = "aws:ec2/getVpc:getVpc";
const expired = failing("operation error EC2: ExpiredToken: The security token included is expired");

describe("load balancer: its network", () => {
    it("serves the internet where that is asked for by name", async () => {
        const resources = await created({ certificateArn, internetFacing: true });
        assert.equal(resources["front"]?.["internal"], false);
        assert.deepStrictEqual(resources["front-443-from-0.0.0.0-0"], from(443, { cidrIpv4: "0.0.0.0/0" }));
    });

    const ranges: [string, LoadBalancerArgs][] = [
        ["security groups", { securityGroupIds: ["sg-1"] }],
        ["address ranges", { allowedCidrBlocks: ["10.0.0.0/8"] }],
        ["security groups and no VPC", { vpcId: undefined, securityGroupIds: ["sg-1"] }],
    ];
    for (const [what, args] of ranges) {
        it(`does not look up the range of its VPC beside given ${what}`, async () => {
            await created({ ...own, certificateArn, ...args }, { calls: { [getVpc]: expired } });
        });
    }

    const refused: [string, LoadBalancerArgs, Calls, string][] = [
        [
            "an account without a default VPC",
            {},
            { [getVpc]: failing("no matching EC2 VPC found") },
            "vpcId is missing, and the account has no default VPC in the region; give vpcId and subnetIds",
        ],
        [
            "a default VPC with one default subnet",
            {},
            { "aws:ec2/getSubnets:getSubnets": () => ({ ids: ["subnet-0a"] }) },
            "subnetIds is missing, and the default VPC has the one zone subnet-0a, but a load balancer of the type " +
                "application needs two zones at least; give another subnet",
        ],
        [
            "subnets of one zone",
            { ...own, subnetIds: ["subnet-0a"] },
            {},
            "subnetIds has the one zone us-east-1a, but a load balancer of the type application needs two zones at " +
                "least; give another subnet",
        ],
        [
            "a subnet that the region does not have",
            { ...own, subnetIds: ["subnet-0a", "subnet-00"] },
            {},
            'subnetIds has "subnet-00", which the region does not have; give the ids of subnets',
        ],
        [
            "a VPC that the region does not have",
            own,
            { [getVpc]: failing("no matching EC2 VPC found") },
            'vpcId is "vpc-01", which the region does not have; give the id of one',
        ],
        [
            "subnets of another VPC than the given one",
            { ...own, vpcId: "vpc-02" },
            {},
            "subnetIds has subnet-0a of vpc-01, but all must be of vpc-02, the VPC; give subnets of one VPC",
        ],
        [
            "a subnet that cannot be looked up",
            own,
            { "aws:ec2/getSubnet:getSubnet": expired },
            'subnetIds has "subnet-0a": the AWS credentials have expired; sign in again',
        ],
        [
            "a VPC that cannot be looked up",
            own,
            { [getVpc]: expired },
            'vpcId is "vpc-01": the AWS credentials have expired; sign in again',
        ],
    ];
    for (const [what, args, calls, problem] of refused) {
        it(`refuses ${what}, before anything is created`, async () => {
            let seen: readonly unknown[] = [];
            await assert.rejects(
                register(
                    () => new LoadBalancer("front", { certificateArn, ...args }),
                    (registered) => (seen = children(registered)),
                    false,
                    { calls },
                ),
                { message: `LoadBalancer "front" has a wrong argument:\n  - ${problem}` },
            );
            assert.deepStrictEqual(seen, []);
        });
    }
});
