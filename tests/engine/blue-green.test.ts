import assert from "node:assert/strict";
import { join } from "node:path";
import { awsOf } from "../../emulation/session";
import { describeOnTheEngine } from "./engine";
import { errors, Stack, steps } from "./stack";

const program = join(__dirname, "programs", "blue-green");

describeOnTheEngine("a service with blue/green deployments", (session) => {
    let stack: Stack;

    async function up(settings: Readonly<Record<string, string>>): Promise<void> {
        await stack.configure(settings);
        const operation = await stack.up();
        assert.deepEqual([operation.code, errors(operation)], [0, ""]);
    }

    /** The names of the target groups that the service has in ECS: the one with the traffic, and the other. */
    async function targetGroups(): Promise<(string | undefined)[]> {
        const ecs = await awsOf(session()).ecs();
        const { clusterName: cluster } = (await stack.outputs()) as { clusterName: string };
        const { serviceArns: services = [] } = await ecs.listServices({ cluster });
        const { services: [found] = [] } = await ecs.describeServices({ cluster, services });
        const [balancer] = found?.loadBalancers ?? [];
        return [balancer?.targetGroupArn, balancer?.advancedConfiguration?.alternateTargetGroupArn].map(
            (arn) => /targetgroup\/([a-z]+)/.exec(arn ?? "")?.[1],
        );
    }

    async function wantsNoChanges(): Promise<void> {
        const preview = await stack.preview(["--expect-no-changes"]);
        assert.deepEqual([preview.code, errors(preview), steps(preview)], [0, "", []], preview.stdout);
    }

    before(async () => {
        stack = await Stack.make(session(), program, "blue-green");
        await up({ image: "bert:1", strategy: "ROLLING" });
    });

    it("is refused at the preview that turns them on, as its load balancers would be left as they are", async () => {
        await stack.configure({ strategy: "BLUE_GREEN" });
        const preview = await stack.preview();
        assert.notEqual(preview.code, 0);
        assert.match(
            errors(preview),
            /Service "bert" changes loadBalancers, .* give ignoreLoadBalancers: false for this/,
        );
    });

    it("gets them with ignoreLoadBalancers: false", async () => {
        await up({ ignoreLoadBalancers: "false" });
        assert.deepEqual(await targetGroups(), ["blue", "green"]);
        await up({ ignoreLoadBalancers: "true" });
        await wantsNoChanges();
    });

    it("keeps the target groups as ECS swaps them, from one image to the next, and after a refresh", async () => {
        await up({ image: "bert:2" });
        assert.deepEqual(await targetGroups(), ["green", "blue"]);
        await wantsNoChanges();
        await up({ image: "bert:3" });
        assert.deepEqual(await targetGroups(), ["blue", "green"]);
        await up({ image: "bert:4" });
        const refresh = await stack.refresh();
        assert.deepEqual([refresh.code, errors(refresh)], [0, ""]);
        await wantsNoChanges();
        assert.deepEqual(await targetGroups(), ["green", "blue"]);
    });

    it("is destroyed to nothing", async () => {
        const destroyed = await stack.destroy();
        assert.deepEqual([destroyed.code, errors(destroyed)], [0, ""]);
    });
});
