import assert from "node:assert/strict";
import { join } from "node:path";
import type { RunTaskCommandInput } from "@aws-sdk/client-ecs";
import { awsOf, inventory } from "../../emulation/session";
import { describeOnTheEngine } from "./engine";
import { errors, Stack } from "./stack";

const program = join(__dirname, "programs", "pool-in-use");

interface Outputs {
    readonly clusterName: string;
    readonly taskDefinitionArn: string;
    readonly runTaskCommand: string;
}

/** What the AWS CLI sends for the command that a service gives. */
function asSent(command: string): RunTaskCommandInput {
    const option = (name: string) => new RegExp(`--${name} (?:'([^']*)'|(\\S+))`).exec(command)?.slice(1).join("");
    const [, capacityProvider] =
        /capacityProvider=([^,]+),weight=1/.exec(option("capacity-provider-strategy") ?? "") ?? [];
    const [, expression] = /type=memberOf,expression="(.*)"$/.exec(option("placement-constraints") ?? "") ?? [];
    return {
        cluster: option("cluster"),
        taskDefinition: option("task-definition"),
        capacityProviderStrategy: [{ capacityProvider, weight: 1 }],
        placementConstraints: [{ type: "memberOf", expression }],
    };
}

describeOnTheEngine("a pool in use", (session) => {
    let empty: readonly string[];
    const ecs = () => awsOf(session()).ecs();

    /** Starts a task of no service; answers its ARN and how it is. */
    async function run(input: RunTaskCommandInput): Promise<readonly [arn: string | undefined, status: unknown]> {
        const { tasks: [task] = [] } = await (await ecs()).runTask(input);
        return [task?.taskArn, task?.lastStatus];
    }

    /** How many instances the cluster has. */
    async function instances({ clusterName: cluster }: Outputs): Promise<number | undefined> {
        return (await (await ecs()).listContainerInstances({ cluster })).containerInstanceArns?.length;
    }

    async function up(stack: Stack): Promise<Outputs> {
        const { code, ...operation } = await stack.up();
        assert.deepEqual([code, errors({ code, ...operation })], [0, ""]);
        return (await stack.outputs()) as unknown as Outputs;
    }

    async function destroyed(stack: Stack): Promise<void> {
        const destroy = await stack.destroy();
        assert.deepEqual([destroy.code, errors(destroy)], [0, ""]);
        assert.deepEqual(await inventory(awsOf(session())), empty);
    }

    before(async () => {
        empty = await inventory(awsOf(session()));
    });

    for (const terminationProtection of ["false", "true"]) {
        describe(`with terminationProtection ${terminationProtection}`, () => {
            let stack: Stack;
            let outputs: Outputs;

            before(async () => {
                stack = await Stack.make(session(), program, `pool-in-use-${terminationProtection}`);
                await stack.configure({ terminationProtection, desiredCount: "0" });
                outputs = await up(stack);
            });

            it("scales from zero for a plain run-task, and back", async () => {
                const { clusterName: cluster, taskDefinitionArn: taskDefinition } = outputs;
                assert.equal(await instances(outputs), 0);
                const [task, status] = await run({ cluster, taskDefinition });
                assert.deepEqual([status, await instances(outputs)], ["RUNNING", 1]);
                await (await ecs()).stopTask({ cluster, task });
                assert.equal(await instances(outputs), 0);
            });

            it("adds an instance for the command that the service gives, and ends it afterwards", async () => {
                await stack.configure({ desiredCount: "1" });
                outputs = await up(stack);
                assert.equal(await instances(outputs), 1);
                const [task, status] = await run(asSent(outputs.runTaskCommand));
                assert.deepEqual([status, await instances(outputs)], ["RUNNING", 2]);
                await (await ecs()).stopTask({ cluster: outputs.clusterName, task });
                assert.equal(await instances(outputs), 1);
            });

            it("is destroyed with a service's task and a stray one on it", async () => {
                const [, status] = await run(asSent(outputs.runTaskCommand));
                assert.deepEqual([status, await instances(outputs)], ["RUNNING", 2]);
                await destroyed(stack);
            });
        });
    }

    describe("whose group is not deleted by force", () => {
        let stack: Stack;

        before(async () => {
            stack = await Stack.make(session(), program, "pool-without-force");
            await stack.configure({ group: '{"forceDelete":false}' });
            await up(stack);
        });

        it("is waited for in vain, as its instances are held when nobody drains them any more", async () => {
            const destroy = await stack.destroy();
            assert.notEqual(destroy.code, 0);
            assert.match(
                errors(destroy),
                /^waiting for Auto Scaling Group \(ml-group-\w+\) drain: timeout .* \(last state: '1', timeout: 1h0m0s\): i-\w+ is Terminating:Wait\n/,
            );
        });

        it("is destroyed once it is deleted by force", async () => {
            await stack.configure({ group: "{}" });
            await up(stack);
            await destroyed(stack);
        });
    });

    describe("beside an instance of a group that is not in the program", () => {
        let stack: Stack;
        let InstanceIds: string[];

        before(async () => {
            stack = await Stack.make(session(), program, "pool-beside-others");
            const { clusterName } = await up(stack);
            const UserData = Buffer.from(`#!/bin/sh\necho ECS_CLUSTER=${clusterName} >> /etc/ecs/ecs.config\n`);
            const { Instances = [] } = await (
                await awsOf(session()).ec2()
            ).runInstances({
                ImageId: "ami-0123456789abcdef0",
                InstanceType: "m5.large",
                MinCount: 1,
                MaxCount: 1,
                UserData: UserData.toString("base64"),
            });
            InstanceIds = Instances.map(({ InstanceId = "" }) => InstanceId);
        });

        it("keeps the cluster until that has gone", async () => {
            const destroy = await stack.destroy();
            assert.notEqual(destroy.code, 0);
            assert.match(
                errors(destroy),
                /The cluster cannot be deleted while container instances are active or draining\./,
            );
            await (await awsOf(session()).ec2()).terminateInstances({ InstanceIds });
            await destroyed(stack);
        });
    });
});
