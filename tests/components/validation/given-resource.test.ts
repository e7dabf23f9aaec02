import assert from "node:assert/strict";
import { Repository } from "@pulumi/aws/ecr";
import { Subnet } from "@pulumi/aws/ec2";
import { Cluster as EcsCluster } from "@pulumi/aws/ecs";
import { Cluster, LaunchTemplate, Service, TaskDefinition } from "../../../components";
import { GivenResource } from "../../../components/validation/given-resource";
import { cluster, refusal, theCluster, theVpc, vpc } from "../given-resources";
import { pool, task } from "../service/right-service";
import { model } from "../task-definition/harness";

/** Where the resource stands, the program, and the lines that are said. */
const slips: readonly [string, () => unknown, ...string[]][] = [
    [
        "an id",
        () => new Cluster("ml", { instanceType: "inf1.xlarge", vpcId: vpc() as never, subnetIds: ["subnet-1"] }),
        'Cluster "ml" has a wrong argument:',
        `  - vpcId is ${theVpc}; give its id`,
    ],
    [
        "an id in a list",
        () => {
            const subnet = new Subnet("private", { vpcId: "vpc-1" });
            new Cluster("ml", { instanceType: "inf1.xlarge", vpcId: "vpc-1", subnetIds: [subnet as never] });
        },
        'Cluster "ml" has a wrong argument:',
        '  - subnetIds[0] is the resource "private" (aws:ec2/subnet:Subnet); give its id',
    ],
    [
        "a name, and an output of the same name as the argument",
        () => {
            const args = { instanceType: "inf1.xlarge" as const, securityGroupIds: ["sg-1"] };
            const instanceProfileArn = "arn:aws:iam::123456789012:instance-profile/ml";
            new LaunchTemplate("own", { ...args, instanceProfileArn, clusterName: new EcsCluster("shared") as never });
        },
        'LaunchTemplate "own" has a wrong argument:',
        '  - clusterName is the resource "shared" (aws:ecs/cluster:Cluster); give its name',
    ],
    [
        "a string, of which the resource has no output",
        () => new TaskDefinition("bert", { containers: [{ ...model, image: new Repository("models") as never }] }),
        'TaskDefinition "bert" has a wrong argument:',
        '  - containers[0].image is the resource "models" (aws:ecr/repository:Repository); give the container\'s image',
    ],
    [
        "a task, of a component without one",
        () => new Service("bert", { task: cluster() as never, pool }),
        'Service "bert" has a wrong argument:',
        `  - task is ${theCluster}; give the task of a TaskDefinition`,
    ],
    [
        "a pool, of a resource without one",
        () => new TaskDefinition("bert", { pool: vpc() as never, containers: [model] }),
        'TaskDefinition "bert" has a wrong argument:',
        `  - pool is ${theVpc}; give that of a Cluster: pool where it has one pool, pools.NAME where it has several`,
    ],
    [
        "a pool in a task that is written out",
        () => new Service("bert", { task: { ...task, pool: cluster() as never } }),
        'Service "bert" has a wrong argument:',
        `  - task.pool is ${theCluster}; give its pool`,
    ],
    [
        "a list, a map of names, and a structure of AWS's that may have grown",
        () =>
            new Service("bert", {
                task,
                pool,
                tags: { net: vpc() as never },
                loadBalancers: vpc() as never,
                deploymentConfiguration: { somethingNew: vpc() } as never,
            }),
        'Service "bert" has 3 wrong arguments:',
        "  - deploymentConfiguration.somethingNew is not an argument of a deployment configuration; leave it out",
        `  - loadBalancers is ${theVpc}; give one of its outputs`,
        `  - tags.net is ${theVpc}; give one of its outputs`,
    ],
    [
        "the arguments as a whole",
        () => new Service("bert", cluster() as never),
        'Service "bert" has a wrong argument:',
        '  - args is a resource, but must be an object: new Service("bert", { … })',
    ],
];

describe("A resource in place of a value", () => {
    for (const [where, program, ...lines] of slips) {
        it(`is refused by its name as ${where}`, async () => {
            assert.equal(await refusal(program), lines.join("\n"));
        });
    }

    const net = new GivenResource("aws:ec2/vpc:Vpc", "net", ["arn", "id", "bucket"]);
    const fixes: [string, string][] = [
        ["bucket", "give its bucket"],
        ["vpcId", "give its id"],
        ["targetGroupArns[0]", "give its arn"],
        ["network.subnetIds[10]", "give its id"],
        ["roleName", "give a role"],
        ["id.size", "give a role"],
    ];
    for (const [path, fix] of fixes) {
        it(`is refused at ${path} with the fix: ${fix}`, () =>
            assert.equal(net.problem(path, "give a role"), `is the resource "net" (aws:ec2/vpc:Vpc); ${fix}`));
    }

    it("is refused with the fix to give an output, where nothing else is known", () =>
        assert.equal(net.problem("size"), 'is the resource "net" (aws:ec2/vpc:Vpc); give one of its outputs'));
});
