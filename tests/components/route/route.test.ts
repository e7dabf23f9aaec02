import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import {
    LoadBalancer,
    LoadBalancerType,
    Route,
    Service,
    TaskDefinition,
    Cluster,
    type RouteArgs,
    type TargetReference,
} from "../../../components";
import { children, register, type Registered, type Watch } from "../mocked-engine";
import { application, network, pool, right, rightOnNetwork, task } from "./right-route";

type Inputs = Record<string, Record<string, unknown>>;

function byName(registered: readonly Registered[]): Inputs {
    return Object.fromEntries(children(registered).map(({ name, inputs }) => [name, inputs]));
}

async function created(args: RouteArgs, watch: Watch = {}): Promise<Inputs> {
    return byName(await register(() => new Route("bert", args), undefined, false, watch));
}

const groupArn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/bert";
const times = { interval: 20, timeout: 10, healthyThreshold: 2, unhealthyThreshold: 3 };
const traffic = (from: string, to: string, fromPort: number, toPort = fromPort) => ({
    ingress: { ipProtocol: "tcp", fromPort, toPort, securityGroupId: to, referencedSecurityGroupId: from },
    egress: { ipProtocol: "tcp", fromPort, toPort, securityGroupId: from, referencedSecurityGroupId: to },
});

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

    it("takes all requests at the last place, where it asks for nothing", async () => {
        const { "bert-rule": rule } = await created(right);
        assert.deepStrictEqual(
            [rule?.["priority"], rule?.["conditions"]],
            [50_000, [{ pathPattern: { values: ["/*"] } }]],
        );
    });

    it("stands at the priority that it is given, with hosts alone", async () => {
        const { "bert-rule": rule } = await created({ ...right, hosts: ["bert.example.com"], priority: 7 });
        assert.deepStrictEqual(
            [rule?.["priority"], rule?.["conditions"]],
            [7, [{ hostHeader: { values: ["bert.example.com"] } }]],
        );
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

    it("decrypts TLS with the load balancer's certificate, at a port of its own", async () => {
        const certificateArn = "arn:aws:acm:us-east-1:123456789012:certificate/0a1b";
        const { "bert-listener": listener, bert } = await created({
            ...rightOnNetwork,
            loadBalancer: { ...network, certificateArn },
            protocol: "TLS",
            listenerPort: 443,
        });
        assert.deepStrictEqual(listener, {
            loadBalancerArn: network.loadBalancerArn,
            port: 443,
            protocol: "TLS",
            certificateArn,
            sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06",
            defaultActions: [{ type: "forward", targetGroupArn: groupArn }],
        });
        assert.equal(bert?.["protocol"], "TCP");
    });

    it("calls gRPC, and speaks HTTPS, where that is asked for", async () => {
        const grpc = await created({ ...right, port: 8500, protocol: "GRPC", healthCheck: undefined });
        const https = await created({ ...right, protocol: "HTTPS" });
        assert.deepStrictEqual(
            [grpc, https].map(({ bert }) => [bert?.["protocol"], bert?.["protocolVersion"], bert?.["port"]]),
            [
                ["HTTP", "GRPC", 80],
                ["HTTPS", undefined, 443],
            ],
        );
    });

    it("opens the ephemeral ports, and nothing wider, where Docker chooses the port", async () => {
        const resources = await created({ ...right, container: "proxy", port: 80 });
        const { ingress, egress } = traffic("sg-front", "sg-ml", 32_768, 60_999);
        assert.deepStrictEqual(
            Object.entries(resources).filter(([name]) => name.startsWith("front")),
            [
                ["front-to-ml-32768-60999-egress", egress],
                ["front-to-ml-32768-60999-ingress", ingress],
            ],
        );
    });

    it("checks the server's port beside another one, and opens it too", async () => {
        const healthCheck = { server: "tensorflow-serving", modelName: "bert", readyWithin: 1200 } as const;
        const resources = await created({ ...rightOnNetwork, healthCheck });
        assert.deepStrictEqual(resources["bert"]?.["healthCheck"], {
            protocol: "HTTP",
            path: "/v1/models/bert",
            matcher: "200",
            port: "8501",
            ...times,
        });
        assert.deepStrictEqual(
            Object.keys(resources).filter((name) => name.endsWith("-ingress")),
            ["front-to-ml-8500-ingress", "front-to-ml-8501-ingress"],
        );
    });

    it("reaches tasks with an address of their own through their security group", async () => {
        const awsvpc = { ...task, networkMode: "awsvpc" };
        const resources = await created({ ...right, task: awsvpc, securityGroupIds: ["sg-tasks"] });
        assert.equal(resources["bert"]?.["targetType"], "ip");
        const { ingress } = traffic("sg-front", "sg-tasks", 8501);
        assert.deepStrictEqual(resources["front-to-sg-tasks-8501-ingress"], ingress);
        const closed = await created({ ...right, task: awsvpc });
        assert.deepStrictEqual(Object.keys(closed).sort(), ["bert", "bert-rule"]);
    });

    it("leaves the security groups of a load balancer of one's own as they are", async () => {
        const { allowedCidrBlocks: _, loadBalancerName: __, ...own } = application;
        const resources = await created({ ...right, loadBalancer: own });
        assert.deepStrictEqual(Object.keys(resources).sort(), ["bert", "bert-rule", "sg-front-to-ml-8501-ingress"]);
        const { securityGroupIds: ___, ...without } = own;
        const closed = await created({ ...right, loadBalancer: without });
        assert.deepStrictEqual(Object.keys(closed).sort(), ["bert", "bert-rule"]);
    });

    it("keeps its target group where the container or its port is another", async () => {
        const { bert: before } = await created(right);
        const { bert: after } = await created({ ...right, container: "proxy", port: 80 });
        assert.deepStrictEqual(after, before);
    });

    it("opens a port once for several routes", async () => {
        const resources = await register(() => {
            new Route("bert", { ...right, hosts: ["bert.example.com"] });
            new Route("other", { ...right, hosts: ["other.example.com"] });
        });
        assert.deepStrictEqual(
            resources.filter(({ name }) => name.startsWith("front-")).map(({ name }) => name),
            ["front-to-ml-8501-egress", "front-to-ml-8501-ingress"],
        );
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

    const elsewhere = { ...pool, subnetIds: ["subnet-0a", "subnet-0e"] };
    const refused: [string, () => unknown, string][] = [
        [
            "a load balancer without a zone of the instances",
            () => new Route("bert", { ...right, task: { ...task, pool: elsewhere } }),
            'Route "bert" has a wrong argument:\n  - loadBalancer.subnetIds are in us-east-1a, us-east-1b, but the ' +
                "instances of the task's pool can be in us-east-1e, where the load balancer reaches none; give it a subnet there",
        ],
        [
            "a second route that takes all",
            () => [new Route("bert", right), new Route("resnet", right)],
            'Route "resnet" has a wrong argument:\n  - priority is 50000 by the route\'s name, which Route "bert" has too on ' +
                "this load balancer; give one, such as 1",
        ],
        [
            "a priority that is taken",
            () => [
                new Route("bert", { ...right, hosts: ["a.b"], priority: 5 }),
                new Route("resnet", { ...right, hosts: ["c.d"], priority: 5 }),
            ],
            'Route "resnet" has a wrong argument:\n  - priority is 5, which Route "bert" has too on this load balancer; give ' +
                "another, such as 6",
        ],
        [
            "two routes of which only the names would decide",
            () => [
                new Route("bert", { ...right, paths: ["/v1/*"] }),
                new Route("resnet", { ...right, paths: ["/v1/models/*"] }),
            ],
            'Route "resnet" has a wrong argument:\n  - priority is missing, but a request can fit Route "bert" too, which ' +
                "asks for as much; give the one that takes it a priority of 1 to 1000",
        ],
        [
            "two listeners of one port",
            () => [new Route("bert", rightOnNetwork), new Route("again", rightOnNetwork)],
            'Route "again" has a wrong argument:\n  - port is 8500, at which the load balancer listens for Route "bert" ' +
                "already; give another listenerPort",
        ],
    ];
    for (const [what, program, message] of refused) {
        it(`refuses ${what}`, async () => {
            await assert.rejects(register(program), { message });
        });
    }

    it("takes routes of other load balancers at the same places", async () => {
        await register(() => {
            new Route("bert", right);
            new Route("other", { ...right, loadBalancer: { ...application, loadBalancerName: "other" } });
            new Route("network", rightOnNetwork);
            new Route("network-rest", { ...rightOnNetwork, port: 8501 });
        });
    });

    it("takes its load balancer and task as outputs", async () => {
        const outputs = { loadBalancer: pulumi.output(application), task: pulumi.output(task) };
        assert.deepStrictEqual(await created({ ...right, ...outputs }), await created(right));
    });
});
