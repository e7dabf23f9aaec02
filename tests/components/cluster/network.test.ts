import assert from "node:assert/strict";
import { InferentiaCluster, type InferentiaClusterArgs } from "../../../components";
import { register, type Calls } from "../mocked-engine";

const offerings = "aws:ec2/getInstanceTypeOfferings:getInstanceTypeOfferings";
const getVpc = "aws:ec2/getVpc:getVpc";
const getSubnets = "aws:ec2/getSubnets:getSubnets";
const minimal: InferentiaClusterArgs = { instanceType: "inf1.xlarge" };
const own = { vpcId: "vpc-01", subnetIds: ["subnet-0a", "subnet-0e"] };

function failing(message: string): () => never {
    return () => {
        throw new Error(message);
    };
}

describe("The network of a cluster", () => {
    const refused: [string, InferentiaClusterArgs, Calls, string][] = [
        [
            "no default VPC",
            minimal,
            { [getVpc]: failing("invoking aws:ec2/getVpc:getVpc: no matching EC2 VPC found") },
            "vpcId is missing, and the account has no default VPC in the region; give vpcId and subnetIds",
        ],
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
            { capacities: { small: { instanceTypes: ["inf1.xlarge", "inf1.2xlarge"] } } },
            { [offerings]: () => ({ locations: [] }) },
            "capacities.small.instanceTypes is inf1.xlarge, inf1.2xlarge, which no Availability Zone of the region has; " +
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
            "a mistyped region",
            minimal,
            { [getVpc]: failing("validating provider credentials: invalid AWS Region: us-esat-1") },
            "vpcId is missing, and the default VPC cannot be looked up: there is no such AWS region; correct " +
                "aws:region (pulumi config set aws:region us-west-2)",
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
        [
            "a cluster that is not there",
            { ...minimal, existingClusterName: "shared" },
            { "aws:ecs/getCluster:getCluster": failing("reading ECS Cluster (shared): couldn't find resource") },
            'existingClusterName is "shared": the region has no such active cluster; give the name of one, or leave it ' +
                "out to have one made",
        ],
        [
            "a cluster that has been deleted",
            { ...minimal, existingClusterName: "shared" },
            { "aws:ecs/getCluster:getCluster": () => ({ arn: "arn", status: "INACTIVE" }) },
            'existingClusterName is "shared", which is INACTIVE: the region has no such active cluster; give the name ' +
                "of one, or leave it out to have one made",
        ],
        [
            "a key that is not there",
            { ...minimal, executeCommandKmsKeyId: "alias/none" },
            { "aws:kms/getKey:getKey": failing("NotFoundException: Alias alias/none is not found") },
            'executeCommandKmsKeyId is "alias/none": the region has no such KMS key; give the key\'s ARN',
        ],
    ];
    for (const [what, args, calls, problem] of refused) {
        it(`refuses ${what}, in words of the component`, async () => {
            await assert.rejects(
                register(() => new InferentiaCluster("ml", args), undefined, false, { calls }),
                {
                    name: "InvalidArgumentsError",
                    message: `InferentiaCluster "ml" has a wrong argument:\n  - ${problem}`,
                },
            );
        });
    }

    it("lets AWS judge a subnet that is not there", async () => {
        const made = await register(
            () => new InferentiaCluster("ml", { ...minimal, vpcId: "vpc-01", subnetIds: ["subnet-00"] }),
        );
        const group = made.find(({ name }) => name === "ml-group");
        assert.deepStrictEqual(group?.inputs["vpcZoneIdentifiers"], ["subnet-00"]);
    });
});
