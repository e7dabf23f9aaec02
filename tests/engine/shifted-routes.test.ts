import assert from "node:assert/strict";
import { join } from "node:path";
import { awsOf, inventory, projectRoot } from "../../emulation/session";
import { describeOnTheEngine } from "./engine";
import { errors, Stack, steps } from "./stack";

describeOnTheEngine("A route of a service with canary deployments", (session) => {
    let stack: Stack;
    let there: readonly string[];

    const nameOf = (arn: string | undefined) => /targetgroup\/([a-z-]+)-\w+\//.exec(arn ?? "")?.[1];

    /** The target groups of the service: the one with the traffic, and the other. */
    async function ofService(): Promise<(string | undefined)[]> {
        const ecs = await awsOf(session()).ecs();
        const { clusterName: cluster } = (await stack.outputs()) as { clusterName: string };
        const { serviceArns: services = [] } = await ecs.listServices({ cluster });
        const { services: [found] = [] } = await ecs.describeServices({ cluster, services });
        const [balancer] = found?.loadBalancers ?? [];
        return [balancer?.targetGroupArn, balancer?.advancedConfiguration?.alternateTargetGroupArn].map(nameOf);
    }

    /** The hosts of the listener's rule, and the weights of its target groups. */
    async function ofRule(): Promise<unknown[]> {
        const balancing = await awsOf(session()).loadBalancing();
        const { LoadBalancers: [balancer] = [] } = await balancing.describeLoadBalancers({});
        const { LoadBalancerArn } = balancer ?? {};
        const { Listeners: [listener] = [] } = await balancing.describeListeners({ LoadBalancerArn });
        const { Rules: [rule] = [] } = await balancing.describeRules({ ListenerArn: listener?.ListenerArn });
        const groups = rule?.Actions?.[0]?.ForwardConfig?.TargetGroups ?? [];
        const weights = groups.map(({ TargetGroupArn, Weight }) => [nameOf(TargetGroupArn), Weight] as const);
        const host = rule?.Conditions?.[0]?.HostHeaderConfig?.Values?.[0];
        return [host, Object.fromEntries(weights) as Record<string, unknown>];
    }

    async function wantsNoChanges(): Promise<void> {
        const preview = await stack.preview(["--expect-no-changes"]);
        assert.deepEqual([preview.code, errors(preview), steps(preview)], [0, "", []], preview.stdout);
    }

    async function up(settings: Readonly<Record<string, string>>): Promise<string[]> {
        await stack.configure(settings);
        const operation = await stack.up();
        assert.deepEqual([operation.code, errors(operation)], [0, ""], operation.stdout);
        return steps(operation).filter((step) => /aws:(lb|iam)|aws:ecs\/service/.test(step));
    }

    async function refusal(settings: Readonly<Record<string, string>>): Promise<string> {
        await stack.configure(settings);
        const preview = await stack.preview();
        assert.notEqual(preview.code, 0);
        return errors(preview);
    }

    before(async () => {
        there = await inventory(awsOf(session()));
        stack = await Stack.make(session(), join(__dirname, "programs", "shifted-routes"), "shifted-routes");
    });

    it("previews with the policy pack, deploys, and wants no changes afterwards", async () => {
        await stack.configure({ image: "bert:1", host: "bert.example.com" });
        const preview = await stack.preview(["--policy-pack", join(projectRoot, "policy-pack")]);
        assert.deepEqual([preview.code, errors(preview)], [0, ""], preview.stdout);
        await up({});
        await wantsNoChanges();
        assert.deepEqual(await ofService(), ["bert", "bert-alternate"]);
    });

    it("is left as ECS shifted it, by the next updates and a refresh", async () => {
        assert.deepEqual(await up({ image: "bert:2" }), ["update aws:ecs/service:Service bert-service"]);
        assert.deepEqual(await ofService(), ["bert-alternate", "bert"]);
        assert.deepEqual(await ofRule(), ["bert.example.com", { "bert-alternate": 100, bert: 0 }]);
        await wantsNoChanges();
        const refresh = await stack.refresh();
        assert.deepEqual([refresh.code, errors(refresh)], [0, ""]);
        await wantsNoChanges();
    });

    it("takes another host, and leaves the traffic where ECS shifted it", async () => {
        assert.deepEqual(await up({ host: "bert.example.org" }), ["update aws:lb/listenerRule:ListenerRule bert-rule"]);
        assert.deepEqual(await ofRule(), ["bert.example.org", { "bert-alternate": 100, bert: 0 }]);
        await wantsNoChanges();
    });

    it("is refused at preview where it comes to one target group, as its rule would stay", async () => {
        assert.match(
            await refusal({ alternate: "false", strategy: "ROLLING" }),
            /Route "bert" changes alternateTargetGroup, .* make a route of another name in its place/,
        );
        await stack.configure({ alternate: "true", strategy: "CANARY" });
        await wantsNoChanges();
    });

    it("is destroyed to nothing", async () => {
        const destroy = await stack.destroy();
        assert.deepEqual([destroy.code, errors(destroy)], [0, ""], destroy.stdout);
        assert.deepEqual(await inventory(awsOf(session())), there);
    });
});
