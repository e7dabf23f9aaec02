import assert from "node:assert/strict";
import { join } from "node:path";
import { inferentiaInstanceTypes } from "../../contract";
import { describeOnTheEngine } from "./engine";
import { errors, Stack, steps } from "./stack";

/** What the program does, and all that a person is told. */
const refused: readonly [string, ...string[]][] = [
    [
        "a cluster without arguments",
        'Cluster "ml" has a wrong argument:',
        "  - instanceType is missing; give that of the one pool, or name several in pools",
    ],
    [
        "a cluster with null",
        'Cluster "ml" has a wrong argument:',
        "  - instanceType is missing; give that of the one pool, or name several in pools",
    ],
    [
        "a pool without arguments",
        'Pool "ml" has 2 wrong arguments:',
        "  - clusterName is missing; give the name of the ECS cluster that the instances join",
        `  - instanceType is missing; give one of ${inferentiaInstanceTypes.join(", ")}`,
    ],
    [
        "a launch template without arguments",
        'LaunchTemplate "ml" has 4 wrong arguments:',
        `  - instanceType is missing; give one of ${inferentiaInstanceTypes.join(", ")}`,
        "  - clusterName is missing; give the name of the ECS cluster that the instances join",
        "  - instanceProfileArn is missing; give the ARN of an instance profile",
        "  - securityGroupIds is missing; give at least one security group",
    ],
    [
        "a task definition without arguments",
        'TaskDefinition "bert" has a wrong argument:',
        "  - containers is missing; give at least one model container",
    ],
    [
        "a service without arguments",
        'Service "bert" has a wrong argument:',
        "  - task is missing; give the task of a TaskDefinition",
    ],
    [
        "a cluster without a name",
        "Cluster has a wrong argument:",
        '  - name is an object, but must be a string; give it first: new Cluster("name", { … })',
    ],
    [
        "a string for arguments",
        'Cluster "ml" has a wrong argument:',
        '  - args is a string, but must be an object: new Cluster("ml", { … })',
    ],
    [
        "a cluster for a task",
        'Service "bert" has a wrong argument:',
        '  - task is the resource "ml" (ecs-inferentia:index:Cluster); give the task of a TaskDefinition',
    ],
    [
        "an output of a task definition for a task",
        'Service "bert" has a wrong argument:',
        '  - task is the resource "bert" (ecs-inferentia:index:TaskDefinition); give the task of a TaskDefinition',
    ],
    [
        "an output of a cluster for a pool",
        'TaskDefinition "bert" has a wrong argument:',
        '  - pool is the resource "ml" (ecs-inferentia:index:Cluster); ' +
            "give that of a Cluster: pool where it has one pool, pools.NAME where it has several",
    ],
    [
        "a VPC for its id",
        'Cluster "ml" has a wrong argument:',
        '  - vpcId is the resource "net" (aws:ec2/vpc:Vpc); give its id',
    ],
    [
        "a cluster for arguments",
        'Service "bert" has a wrong argument:',
        '  - args is a resource, but must be an object: new Service("bert", { … })',
    ],
    [
        "a task without a pool",
        'Service "bert" has a wrong argument:',
        "  - pool is missing, and task has none; give it to the TaskDefinition, or here",
    ],
    [
        "the one pool of a cluster with two",
        'TaskDefinition "bert" has a wrong argument:',
        `  - pool is that of Cluster "ml", which has several pools; give one of the cluster's pools: small, large`,
    ],
];

describeOnTheEngine("a program with a slip", (session) => {
    let stack: Stack;

    before(async () => {
        stack = await Stack.make(session(), join(__dirname, "programs", "slips"), "slips");
    });

    for (const [slip, ...lines] of refused) {
        it(`is told of ${slip} in one line, without frames`, async () => {
            await stack.configure({ slip });
            const preview = await stack.preview();
            assert.notEqual(preview.code, 0);
            assert.equal(errors(preview).trim(), lines.join("\n"));
        });
    }

    for (const slip of ["the components themselves", "the components themselves, and a pool"]) {
        it(`previews with ${slip} in place of their records`, async () => {
            await stack.configure({ slip });
            const preview = await stack.preview();
            assert.deepEqual([preview.code, errors(preview)], [0, ""]);
            assert.ok(steps(preview).includes("create aws:ecs/service:Service bert-service"));
        });
    }
});
