import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { Service, type ServiceArgs, type TargetReference } from "../../../components";
import { register } from "../mocked-engine";
import { unknownText } from "../validation/unknown-text";
import { minimal, task } from "./right-service";

const targetGroupArn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/bert/1";
const rest: TargetReference = { targetGroupArn, containerName: "bert", containerPort: 8501, readyWithin: 900 };
const grpc: TargetReference = { ...rest, containerPort: 8500, readyWithin: 1200 };
const balancer = ({ containerPort }: TargetReference) => ({ targetGroupArn, containerName: "bert", containerPort });

async function routed(args: Partial<ServiceArgs>, preview = false): Promise<unknown[]> {
    const registered = await register(() => new Service("bert", { ...minimal, ...args }), undefined, preview);
    const service = registered.find(({ type }) => type === "aws:ecs/service:Service");
    return [service?.inputs["loadBalancers"], service?.inputs["healthCheckGracePeriodSeconds"]];
}

const ports = [8500, 8501].map((containerPort) => ({ containerName: "bert", containerPort }));

describe("Service with routes", () => {
    it("registers its tasks at each, and waits as long as the slowest may load", async () => {
        assert.deepStrictEqual(await routed({ routes: [rest, grpc] }), [[balancer(rest), balancer(grpc)], 1200]);
    });

    it("takes them as outputs, one by one and as a list", async () => {
        for (const routes of [[pulumi.output(rest)], pulumi.output([rest])]) {
            assert.deepStrictEqual(await routed({ routes }), [[balancer(rest)], 900]);
        }
    });

    it("takes target groups of one's own beside them, and a longer time", async () => {
        const loadBalancers = [balancer(grpc)];
        for (const own of [loadBalancers, pulumi.output(loadBalancers)]) {
            assert.deepStrictEqual(
                await routed({ routes: [rest], loadBalancers: own, healthCheckGracePeriodSeconds: 1000 }),
                [[balancer(grpc), balancer(rest)], 1000],
            );
        }
    });

    it("has nothing of either where the list is empty", async () => {
        assert.deepStrictEqual(await routed({ routes: [] }), [undefined, undefined]);
    });

    it("shows at a preview what is known of a target group that is not there yet", async () => {
        const [balancers, grace] = await routed(
            { routes: [{ ...rest, targetGroupArn: unknownText() } as never] },
            true,
        );
        const [{ containerPort, containerName }] = balancers as [Record<string, unknown>];
        assert.deepStrictEqual([containerName, containerPort, grace], ["bert", 8501, 900]);
    });

    const shifted: TargetReference = {
        ...rest,
        alternateTargetGroupArn: targetGroupArn.replace("bert/1", "bert-alternate/1"),
        productionListenerRule: "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener-rule/app/front/1/2/3",
        roleArn: "arn:aws:iam::123456789012:role/bert-shift-role",
    };
    const { alternateTargetGroupArn, productionListenerRule, roleArn } = shifted;
    const withShift = {
        ...balancer(rest),
        advancedConfiguration: { alternateTargetGroupArn, productionListenerRule, roleArn },
    };

    it("tells ECS between which target groups it shifts the traffic, with another strategy than ROLLING", async () => {
        for (const strategy of ["BLUE_GREEN", "CANARY", "LINEAR"]) {
            for (const deploymentConfiguration of [{ strategy }, pulumi.output({ strategy })]) {
                for (const routes of [[shifted], pulumi.output([shifted])]) {
                    const [balancers] = await routed({ routes, deploymentConfiguration });
                    assert.deepStrictEqual(balancers, [withShift]);
                }
            }
        }
    });

    it("leaves a second target group aside with ROLLING", async () => {
        for (const deploymentConfiguration of [undefined, { strategy: "ROLLING" }, pulumi.output({})]) {
            const [balancers] = await routed({ routes: [shifted], deploymentConfiguration });
            assert.deepStrictEqual(balancers, [balancer(rest)]);
        }
    });

    const refused: [string, Partial<ServiceArgs>, string][] = [
        [
            "a container of another task",
            { routes: [{ ...rest, containerName: "resnet" }] },
            'routes[0].containerName is "resnet", but must be a container of the task: neuron-rtd, bert; make the route of ' +
                "this task",
        ],
        [
            "a port that the task does not map",
            { task: { ...task, portMappings: ports }, routes: [{ ...rest, containerPort: 80 }] },
            'routes[0].containerPort is 80, which container "bert" of the task does not map; make the route of this task',
        ],
        [
            "a target group of another network mode",
            { routes: [{ ...rest, targetType: "ip" }] },
            'routes[0].targetType is "ip", but must be "instance", as task.networkMode is "bridge"; make the route of this ' +
                "task",
        ],
        [
            "a grace period in which the model is not ready",
            { routes: [rest], healthCheckGracePeriodSeconds: 60 },
            "healthCheckGracePeriodSeconds is 60, but must be at least 900, the readyWithin of routes[0]: before, ECS stops " +
                "a task that loads; raise it, or leave it out",
        ],
        [
            "more target groups than ECS takes",
            { routes: Array<TargetReference>(5).fill(rest), loadBalancers: [balancer(rest)] },
            "routes and loadBalancers are 6, but a service takes 5 at most; leave one out",
        ],
        [
            "traffic that ECS would shift with one target group",
            { routes: [rest], deploymentConfiguration: { strategy: "CANARY" } },
            "routes[0].alternateTargetGroupArn is missing, but with the strategy CANARY ECS shifts the traffic between " +
                "two target groups; give the Route alternateTargetGroup: true, or, with a network load balancer, " +
                "loadBalancers with an advancedConfiguration in the route's place",
        ],
        [
            "what is no target",
            { routes: [{ targetGroupArn: "bert" } as never] },
            'routes[0].targetGroupArn is "bert", but must be the ARN of a target group\n' +
                "  - routes[0].containerName is missing; give the name of the container that serves\n" +
                "  - routes[0].containerPort is missing; give the port in the container",
        ],
    ];
    for (const [what, args, problem] of refused) {
        it(`refuses ${what}`, async () => {
            await assert.rejects(routed(args), (error: Error) => {
                assert.equal(error.message.slice(error.message.indexOf("\n") + 5), problem);
                return true;
            });
        });
    }

    it("takes ports that the task maps", async () => {
        await routed({ task: { ...task, portMappings: ports }, routes: [rest, grpc] });
    });
});
