import assert from "node:assert/strict";
import { Repository } from "@pulumi/aws/ecr";
import { Subnet, Vpc } from "@pulumi/aws/ec2";
import { Cluster as EcsCluster } from "@pulumi/aws/ecs";
import * as pulumi from "@pulumi/pulumi";
import { Cluster, LaunchTemplate, Service, TaskDefinition } from "../../../components";
import { register } from "../mocked-engine";
import { pool, task } from "../service/right-service";

/** What is said of the arguments of a program, which are refused. */
async function refusal(program: () => unknown, isPreview = false): Promise<string> {
    let message = "";
    const registered = register(program, undefined, isPreview, { withoutIds: isPreview });
    await assert.rejects(registered, (error: Error) => {
        message = error.message;
        return error.name === "InvalidArgumentsError";
    });
    return message;
}

const model = { name: "bert", image: "bert:1" };
const cluster = () => new Cluster("ml", { instanceType: "inf1.xlarge" });
const bert = () => new TaskDefinition("bert", { containers: [model] });
const vpc = () => new Vpc("net", { cidrBlock: "10.0.0.0/16" });
const theVpc = 'the resource "net" (aws:ec2/vpc:Vpc)';
const theTask = 'the resource "bert" (ecs-inferentia:index:TaskDefinition)';
const theCluster = 'the resource "ml" (ecs-inferentia:index:Cluster)';

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

const fromCluster = "give that of a Cluster: pool where it has one pool, pools.NAME where it has several";

/** The same where an output holds the resource, or a promise. */
const inOutputs: readonly (typeof slips)[number][] = [
    [
        "an id",
        () => {
            const vpcId = pulumi.output(vpc()) as never;
            new Cluster("ml", { instanceType: "inf1.xlarge", vpcId, subnetIds: ["subnet-1"] });
        },
        'Cluster "ml" has a wrong argument:',
        `  - vpcId is ${theVpc}; give its id`,
    ],
    [
        "a string in a list",
        () => {
            const containers = pulumi.output([{ ...model, image: new Repository("models") as never }]);
            new TaskDefinition("bert", { containers });
        },
        'TaskDefinition "bert" has a wrong argument:',
        '  - containers[0].image is the resource "models" (aws:ecr/repository:Repository); give the container\'s image',
    ],
    [
        "a task",
        () => new Service("bert", { task: pulumi.output(bert()) as never, pool }),
        'Service "bert" has a wrong argument:',
        `  - task is ${theTask}; give the task of a TaskDefinition`,
    ],
    [
        "a task, by a promise",
        () => new Service("bert", { task: Promise.resolve(bert()) as never, pool }),
        'Service "bert" has a wrong argument:',
        `  - task is ${theTask}; give the task of a TaskDefinition`,
    ],
    [
        "a pool, by apply",
        () => {
            const ml = cluster();
            new TaskDefinition("bert", { pool: pulumi.output("ml").apply(() => ml as never), containers: [model] });
        },
        'TaskDefinition "bert" has a wrong argument:',
        `  - pool is ${theCluster}; ${fromCluster}`,
    ],
    [
        "a pool, of a resource without one",
        () => new TaskDefinition("bert", { pool: pulumi.output(vpc()) as never, containers: [model] }),
        'TaskDefinition "bert" has a wrong argument:',
        `  - pool is ${theVpc}; ${fromCluster}`,
    ],
    [
        "a pool in a task",
        () => {
            const written = { ...task, pool: cluster() };
            new Service("bert", { task: pulumi.output(written) as never });
        },
        'Service "bert" has a wrong argument:',
        `  - task.pool is ${theCluster}; ${fromCluster}`,
    ],
];

describe("A resource in place of a value", () => {
    for (const [where, program, ...lines] of slips) {
        it(`is refused by its name as ${where}`, async () => {
            assert.equal(await refusal(program), lines.join("\n"));
        });
    }

    for (const [where, program, ...lines] of inOutputs) {
        for (const isPreview of [true, false]) {
            it(`is refused by its name in an output as ${where}, at ${isPreview ? "a preview" : "an update"}`, async () => {
                assert.equal(await refusal(program, isPreview), lines.join("\n"));
            });
        }
    }
});
