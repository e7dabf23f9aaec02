import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import {
    LoadBalancer,
    LoadBalancerType,
    Route,
    Service,
    TaskDefinition,
    Cluster,
    type TargetReference,
} from "../../../components";
import { register } from "../mocked-engine";
import { byName, created, groupArn, times, traffic } from "./harness";
import { application, network, right, rightOnNetwork, task } from "./right-route";

describe("route", () => {
    it("sends hosts and paths of an application load balancer to the port of the instances, which it opens", async () => {
        const { ingress, egress } = traffic("sg-front", "sg-ml", 8501);
        assert.deepStrictEqual(await created({ ...right, hosts: ["bert.example.com"], paths: ["/v1/*"] }), {
            bert: {
                port: 80,
                protocol: "HTTP",
                targetType: "instance",
                vpcId: "vpc-01",
                healthCheck: {
                    protocol: "HTTP",
                    path: "/v1/models/bert",
                    matcher: "200",
                    port: "traffic-port",
                    ...times,
                },
            },
            "bert-rule": {
                listenerArn: application.listenerArn,
                priority: 15_092,
                conditions: [{ hostHeader: { values: ["bert.example.com"] } }, { pathPattern: { values: ["/v1/*"] } }],
                actions: [{ type: "forward", targetGroupArn: groupArn }],
            },
            "front-to-ml-8501-ingress": ingress,
            "front-to-ml-8501-egress": egress,
        });
    });

    it("gives a network load balancer a listener, which its clients alone reach", async () => {
        const { ingress, egress } = traffic("sg-front", "sg-ml", 8500);
        assert.deepStrictEqual(await created({ ...rightOnNetwork, loadBalancer: { ...network, idleTimeout: 600 } }), {
            bert: {
                port: 80,
                protocol: "TCP",
                targetType: "instance",
                vpcId: "vpc-01",
                healthCheck: { protocol: "TCP", port: "traffic-port", ...times },
            },
            "bert-listener": {
                loadBalancerArn: network.loadBalancerArn,
                port: 8500,
                protocol: "TCP",
                tcpIdleTimeoutSeconds: 600,
                defaultActions: [{ type: "forward", targetGroupArn: groupArn }],
            },
            "bert-8500-from-10.0.0.0-16": {
                ipProtocol: "tcp",
                fromPort: 8500,
                toPort: 8500,
                securityGroupId: "sg-front",
                cidrIpv4: "10.0.0.0/16",
            },
            "front-to-ml-8500-ingress": ingress,
            "front-to-ml-8500-egress": egress,
        });
    });

    it("has the settings and the tags that it is given", async () => {
        const stickiness = { type: "lb_cookie", cookieDuration: 60 };
        const given = { deregistrationDelay: 60, slowStart: 30, stickiness, tags: { team: "ml" } };
        const resources = await created({ ...right, ...given });
        const { deregistrationDelay, slowStart, stickiness: sticky, tags } = resources["bert"] ?? {};
        assert.deepStrictEqual({ deregistrationDelay, slowStart, stickiness: sticky, tags }, given);
        assert.deepStrictEqual(
            Object.values(resources).filter((one) => (one["tags"] as { team?: string } | undefined)?.team !== "ml"),
            [],
        );
    });

    it("has a second target group, and a role for ECS to shift the traffic of its rule, where that is asked for", async () => {
        let target: TargetReference | undefined;
        const registered = await register(() => {
            new Route("bert", { ...right, alternateTargetGroup: true }).target.apply((one) => (target = one));
        });
        const { bert, "bert-alternate": alternate, "bert-rule": rule, ...others } = byName(registered);
        assert.deepStrictEqual(alternate, bert);
        assert.deepStrictEqual(rule?.["actions"], [
            {
                type: "forward",
                forward: {
                    targetGroups: [
                        { arn: groupArn, weight: 100 },
                        { arn: `${groupArn}-alternate`, weight: 0 },
                    ],
                },
            },
        ]);
        assert.match(String(others["bert-shift-role"]?.["assumeRolePolicy"]), /"Service":"ecs\.amazonaws\.com"/);
        const policy = JSON.parse(String(others["bert-shift-policy"]?.["policy"])) as {
            Statement: { Action: string[]; Resource: unknown }[];
        };
        assert.deepStrictEqual(
            policy.Statement.map(({ Action, Resource }) => [Action.length, Resource]),
            [
                [4, "*"],
                [2, [groupArn, `${groupArn}-alternate`]],
                [2, [target?.productionListenerRule, application.listenerArn]],
            ],
        );
        assert.equal(target?.alternateTargetGroupArn, `${groupArn}-alternate`);
        assert.equal(target.roleArn, "arn:aws:iam::123456789012:role/bert-shift-role");
    });

    it("tells a service where its tasks are registered, and how long they may load", async () => {
        let target: TargetReference | undefined;
        await register(() => {
            new Route("bert", right).target.apply((one) => (target = one));
        });
        assert.deepStrictEqual(target, {
            targetGroupArn: groupArn,
            containerName: "bert",
            containerPort: 8501,
            targetType: "instance",
            readyWithin: 900,
            loadBalancerArn: application.loadBalancerArn,
        });
    });

    it("chains from a load balancer and a task to a service, which comes after rule and ingress", async () => {
        const dependencies: Record<string, readonly string[]> = {};
        const registered = await register(
            () => {
                const cluster = new Cluster("ml", { instanceType: "inf1.xlarge" });
                const portMappings = [{ containerPort: 8501, hostPort: 8501 }];
                const bert = new TaskDefinition("bert", {
                    pool: cluster.pool,
                    containers: [{ name: "bert", image: "bert:1", portMappings }],
                });
                const front = new LoadBalancer("front", { protocol: "HTTP" });
                const { healthCheck } = right;
                const route = new Route("bert", {
                    loadBalancer: front,
                    task: bert,
                    container: "bert",
                    port: 8501,
                    healthCheck,
                });
                new Service("bert", { task: bert.task, routes: [route.target] });
                new Service("same", { task: bert, desiredCount: 0, routes: [route] });
            },
            undefined,
            false,
            { dependencies },
        );
        const { "bert-service": service, "same-service": same } = byName(registered);
        assert.deepStrictEqual(
            [service, same].map((one) => [one?.["loadBalancers"], one?.["healthCheckGracePeriodSeconds"]]),
            Array(2).fill([[{ targetGroupArn: groupArn, containerName: "bert", containerPort: 8501 }], 900]),
        );
        for (const name of ["bert", "bert-rule", "front-to-ml-8501-ingress", "front-to-ml-8501-egress"]) {
            assert.ok(dependencies["bert-service"]?.includes(name), `${name} is not before the service`);
        }
    });

    it("shows at a preview what the program wrote, of a load balancer and a pool that are not there yet", async () => {
        const registered = await register(
            () => {
                const cluster = new Cluster("ml", { instanceType: "inf1.xlarge" });
                const portMappings = [{ containerPort: 8500, hostPort: 8500 }];
                const { task: bert } = new TaskDefinition("bert", {
                    pool: cluster.pool,
                    containers: [{ name: "bert", image: "bert:1", portMappings }],
                });
                const { loadBalancer } = new LoadBalancer("front", { loadBalancerType: LoadBalancerType.Network });
                new Route("bert", { loadBalancer, task: bert, container: "bert", port: 8500, protocol: "TCP" });
            },
            undefined,
            true,
            { withoutIds: true },
        );
        const resources = byName(registered);
        assert.deepStrictEqual(
            Object.keys(resources).filter((name) => /^(?:bert-(?:listener|8500)|front-to)/.test(name)),
            ["bert-8500-from-172.31.0.0-16", "bert-listener", "front-to-ml-8500-egress", "front-to-ml-8500-ingress"],
        );
        assert.deepStrictEqual(
            [resources["bert-listener"]?.["port"], resources["front-to-ml-8500-ingress"]?.["fromPort"]],
            [8500, 8500],
        );
    });

    it("takes its load balancer and task as outputs", async () => {
        const outputs = { loadBalancer: pulumi.output(application), task: pulumi.output(task) };
        assert.deepStrictEqual(await created({ ...right, ...outputs }), await created(right));
    });
});
