import assert from "node:assert/strict";
import { Cluster } from "../../../components";
import { failing, minimal, refusesLookups } from "../refused-lookups";
import { register } from "../mocked-engine";

const offerings = "aws:ec2/getInstanceTypeOfferings:getInstanceTypeOfferings";
const getSubnets = "aws:ec2/getSubnets:getSubnets";
const own = { vpcId: "vpc-01", subnetIds: ["subnet-0a", "subnet-0e"] };

describe("pool: subnets", () => {
    refusesLookups(
        [
            "a default VPC without subnets",
            minimal,
            { [getSubnets]: () => ({ ids: [] }) },
            "subnetIds is missing, and the default VPC vpc-0default has no default subnet in an Availability Zone with " +
                "inf1.xlarge (us-east-1a, us-east-1b); give vpcId and subnetIds",
        ],
        [
            "a region without the type",
            minimal,
            { [offerings]: () => ({ locations: [] }) },
            "instanceType is inf1.xlarge, which no Availability Zone of the region has; deploy to another region " +
                "(aws:region), or name a type that it has",
        ],
        [
            "a region without the types of a pool",
            { pools: { small: { instanceTypes: ["inf1.xlarge", "inf1.2xlarge"] } } },
            { [offerings]: () => ({ locations: [] }) },
            "pools.small.instanceTypes is inf1.xlarge, inf1.2xlarge, which no Availability Zone of the region has; " +
                "deploy to another region (aws:region), or name a type that it has",
        ],
        [
            "a given subnet in a zone without the type",
            { ...minimal, ...own },
            {},
            "subnetIds has subnet-0e in an Availability Zone without inf1.xlarge; of the region's zones us-east-1a, " +
                "us-east-1b have it: give subnets there",
        ],
        [
            "an expired lookup",
            { ...minimal, ...own },
            { [offerings]: failing("operation error EC2: ExpiredToken: The security token included is expired") },
            "instanceType is inf1.xlarge: the AWS credentials have expired; sign in again",
        ],
        [
            "a lookup that fails for a reason that is not known here",
            { ...minimal, ...own },
            { [getSubnets]: failing("invoking aws:ec2/getSubnets:getSubnets: Throttling: rate exceeded\nmore") },
            "subnetIds cannot be looked up: AWS did not answer: Throttling: rate exceeded",
        ],
    );

    it("leaves a subnet that does not exist to AWS", async () => {
        const made = await register(() => new Cluster("ml", { ...minimal, vpcId: "vpc-01", subnetIds: ["subnet-00"] }));
        const group = made.find(({ name }) => name === "ml-group");
        assert.deepStrictEqual(group?.inputs["vpcZoneIdentifiers"], ["subnet-00"]);
    });
});
