import assert from "node:assert/strict";
import type { PoolReference } from "../../../components";
import { poolReference } from "../../../components/pool/pool-reference";
import { Problems } from "../../../components/validation/problems";

/** Each member of a pool. */
const right: Required<PoolReference> = {
    poolName: "inf",
    clusterName: "shared",
    clusterArn: "arn:aws:ecs:us-east-1:123456789012:cluster/shared",
    capacityProviderName: "inferentia-inf-capacity",
    instanceTypes: ["inf1.xlarge"],
    runtime: "neuron-rtd",
    maxSize: 0,
    vpcId: "vpc-01",
    subnetIds: ["subnet-0a"],
    securityGroupIds: ["sg-1"],
    amiSsmParameter: "/own/ami",
    amiId: "ami-01234567",
    amiName: "own",
    autoScalingGroupName: "inf-group",
    autoScalingGroupArn: "arn:aws:autoscaling:us-east-1:123456789012:inf-group",
    launchTemplateId: "lt-01",
    instanceRoleName: "own",
    instanceRoleArn: "arn:aws:iam::123456789012:role/own",
    instanceProfileArn: "arn:aws:iam::123456789012:instance-profile/own",
    executeCommandLogGroupArn: "arn:aws:logs:us-east-1:123456789012:log-group:own",
    executeCommandKmsKeyArn: "arn:aws:kms:us-east-1:123456789012:key/0a1b",
};

function problems(change: object): string[] {
    const found = new Problems();
    poolReference.check({ ...right, ...change }, "pool", found);
    return found.found.map(({ propertyPath, reason }) => `${propertyPath} ${reason}`);
}

const provider = "must be the name of a capacity provider of Inferentia instances; Fargate has none";

describe("pool: one that is written out", () => {
    it("may have each member", () => assert.deepStrictEqual(problems({}), []));

    it("may have a provider whose name begins like that of Fargate", () => {
        assert.deepStrictEqual(problems({ capacityProviderName: "FARGATE-not" }), []);
    });

    const refused: readonly (readonly [change: object, problem: string])[] = [
        [{ poolName: "" }, 'poolName is "", but must be a name'],
        [
            { clusterName: right.clusterArn },
            `clusterName is "${right.clusterArn}", but must be 1 to 255 letters, digits, hyphens and underscores`,
        ],
        [{ clusterArn: "shared" }, 'clusterArn is "shared", but must be the ARN of an ECS cluster'],
        [{ capacityProviderName: "FARGATE_SPOT" }, `capacityProviderName is "FARGATE_SPOT", but ${provider}`],
        [{ instanceTypes: [] }, "instanceTypes is empty, but must be a list with at least one EC2 type"],
        [{ runtime: "neuronx" }, 'runtime is "neuronx", but must be one of neuron-rtd, libnrt'],
        [{ maxSize: -1 }, "maxSize is -1, but must be a whole number 0 or more instances"],
        [{ subnetIds: [] }, "subnetIds is empty, but must be a list with at least one subnet id"],
        [{ securityGroupIds: [] }, "securityGroupIds is empty, but must be a list with at least one security group id"],
        [{ amiId: ["ami-01234567"] }, "amiId is a list, but must be a string"],
    ];
    for (const [change, problem] of refused) {
        it(`is refused with another ${Object.keys(change).join("")}`, () => {
            assert.deepStrictEqual(problems(change), [`pool.${problem}`]);
        });
    }

    it("needs its cluster, its provider and its types alone", () => {
        const absent = Object.fromEntries(Object.keys(right).map((name) => [name, undefined]));
        assert.deepStrictEqual(problems({ ...absent, poolName: "inf" }), [
            "pool.clusterName is missing; give the name of the cluster",
            "pool.clusterArn is missing; give the ARN of the cluster",
            `pool.capacityProviderName is missing; give ${provider.replace("must be ", "")}`,
            "pool.instanceTypes is missing; give the EC2 types of the instances",
        ]);
    });
});
