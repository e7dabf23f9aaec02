import assert from "node:assert/strict";
import { healthCheckGracePeriod } from "../../../checks/rules/health-check-grace-period";
import { UNKNOWN } from "../../../ecs/known";
import { inferenceService, inferenceTask, said } from "../inference-stack";
import { model, sidecar } from "../right-task";
import { resource } from "../stack-resources";

const right = { containerName: model.name, containerPort: 8501, targetGroupArn: "targets" };

interface Change {
    readonly task?: Record<string, unknown>;
    readonly service?: Record<string, unknown>;
    readonly balancer?: Record<string, unknown>;
    readonly group?: Record<string, unknown>;
}

function found({ task = {}, service = {}, balancer = {}, group = {} }: Change): readonly string[] {
    return said(
        healthCheckGracePeriod,
        inferenceTask("task", task),
        inferenceService("service", "task", { loadBalancers: [{ ...right, ...balancer }], ...service }),
        resource("targetGroup", "targets", { healthCheck: { interval: 20, unhealthyThreshold: 2 }, ...group }),
    );
}

const advised = (grace: string, seconds: number) => [
    `service: healthCheckGracePeriodSeconds: service "service" has ${grace} healthCheckGracePeriodSeconds, but its ` +
        `target group "targets" finds a task unhealthy after ${seconds} seconds of failed checks, and ECS then stops ` +
        "it: give as many seconds as the model may take to load, such as 900",
];
const checks = (interval: unknown, unhealthyThreshold: unknown) => ({
    group: { healthCheck: { interval, unhealthyThreshold } },
});

const command = ["CMD-SHELL", "curl -f localhost:8501/v1/models/bert"];
/** The model container, or its sidecar, has a health check, and the service no load balancer. */
const checked = (healthCheck: object, index = 0): Change => ({
    service: { loadBalancers: [] },
    task: {
        containerDefinitions: [model, sidecar].map((one, at) =>
            at === index ? { ...one, healthCheck: { command, ...healthCheck } } : one,
        ),
    },
});
const advisedOfContainer = (seconds: number) => [
    `service: healthCheckGracePeriodSeconds: service "service" has no healthCheckGracePeriodSeconds, but the health ` +
        `check of container "bert" finds it unhealthy after ${seconds} seconds, and ECS then stops its task: give as ` +
        "many seconds as the model may take to load, such as 900",
];

describe("health-check-grace-period", () => {
    const cases: [string, Change, readonly string[]][] = [
        ["advises a grace period where there is none", {}, advised("no", 40)],
        ["advises one in place of 0", { service: { healthCheckGracePeriodSeconds: 0 } }, advised("0", 40)],
        ["leaves a grace period to who gives it", { service: { healthCheckGracePeriodSeconds: 60 } }, []],
        ["accepts a target group that fails after five minutes", checks(100, 3), []],
        ["advises where it fails a little earlier", checks(149, 2), advised("no", 298)],
        ["takes the provider's defaults in a block", { group: { healthCheck: {} } }, advised("no", 90)],
        ["takes AWS's defaults without a block", { group: { healthCheck: undefined } }, advised("no", 60)],
        [
            "reads the names of CloudFormation",
            { group: { healthCheck: undefined, HealthCheckIntervalSeconds: "10", UnhealthyThresholdCount: 10 } },
            advised("no", 100),
        ],
        ["says nothing of a target group elsewhere", { balancer: { targetGroupArn: "others" } }, []],
        ["says nothing of a classic load balancer", { balancer: { targetGroupArn: undefined } }, []],
        ["says nothing without a load balancer", { service: { loadBalancers: [] } }, []],
        ["leaves a missing container to ECS", { balancer: { containerName: undefined } }, []],
        ["leaves a container that is not there to another rule", { balancer: { containerName: "web" } }, []],
        [
            "says nothing of a container that serves no model",
            {
                task: { containerDefinitions: [model, sidecar, { name: "proxy", image: "nginx:1" }] },
                balancer: { containerName: "proxy" },
            },
            [],
        ],
        [
            "advises where the check of a model's container fails early",
            checked({ interval: 10, retries: 2 }),
            advisedOfContainer(20),
        ],
        ["takes ECS's defaults of a container's check", checked({ startPeriod: 60 }), advisedOfContainer(150)],
        ["accepts a container whose check begins late enough", checked({ startPeriod: 300 }), []],
        ["accepts a container whose check fails late enough", checked({ interval: 100 }), []],
        ["says nothing of a check that is turned off", checked({ command: ["NONE"] }), []],
        ["says nothing of the check of a sidecar", checked({}, 1), []],
        [
            "leaves a grace period to who gives it beside a container's check",
            { ...checked({}), service: { loadBalancers: [], healthCheckGracePeriodSeconds: 60 } },
            [],
        ],
        [
            "tells the check of the target group alone where both fail early",
            { ...checked({}), service: {} },
            advised("no", 40),
        ],
        [
            "leaves a missing container to ECS, also where the name of one is not known",
            {
                task: { containerDefinitions: [{ ...model, name: UNKNOWN }, sidecar] },
                balancer: { containerName: undefined },
            },
            [],
        ],
        [
            "is decided where only the name of another container is not known",
            { task: { containerDefinitions: [model, { ...sidecar, name: UNKNOWN }] } },
            advised("no", 40),
        ],
        [
            "says nothing of a container without a check, of which it is not known what it does",
            {
                service: { loadBalancers: [] },
                task: { containerDefinitions: [model, sidecar, { name: "a", image: UNKNOWN }] },
            },
            [],
        ],
        [
            "says nothing where the task definition is elsewhere, but placed on Inf1",
            {
                service: {
                    taskDefinition: "other:1",
                    placementConstraints: [{ type: "memberOf", expression: "attribute:ecs.instance-type =~ inf1.*" }],
                },
            },
            [],
        ],
    ];
    for (const [what, change, expected] of cases) {
        it(what, () => assert.deepStrictEqual(found(change), expected));
    }

    const undecidedCases: [string, Change, string][] = [
        [
            "the containers",
            {
                service: {
                    loadBalancers: [],
                    placementConstraints: [{ type: "memberOf", expression: "attribute:ecs.instance-type =~ inf1.*" }],
                },
                task: { containerDefinitions: UNKNOWN },
            },
            'containerDefinitions of "task"',
        ],
        ["the load balancers", { service: { loadBalancers: UNKNOWN } }, "loadBalancers"],
        ["the target group", { balancer: { targetGroupArn: UNKNOWN } }, "loadBalancers[0].targetGroupArn"],
        ["the interval", checks(UNKNOWN, 2), 'health check of "targets"'],
        ["the threshold", checks(20, UNKNOWN), 'health check of "targets"'],
        ["the container", { balancer: { containerName: UNKNOWN } }, "loadBalancers[0].containerName"],
        [
            "the name of a container, where no other has the name",
            { task: { containerDefinitions: [{ ...model, name: UNKNOWN }, sidecar] } },
            'containerDefinitions[0].name of "task"',
        ],
        [
            "the interval of a container's check",
            checked({ interval: UNKNOWN }),
            'containerDefinitions[0].healthCheck of "task"',
        ],
        ["the grace period", { service: { healthCheckGracePeriodSeconds: UNKNOWN } }, "healthCheckGracePeriodSeconds"],
    ];
    for (const [what, change, path] of undecidedCases) {
        it(`says that it does not know ${what}`, () =>
            assert.deepStrictEqual(found(change), [`service: ${path}: not known`]));
    }

    it("says that it does not know which of the target groups is meant from which the ARN may come", () =>
        assert.deepStrictEqual(
            said(
                healthCheckGracePeriod,
                inferenceTask("task"),
                inferenceService(
                    "service",
                    "task",
                    { loadBalancers: [{ ...right, targetGroupArn: UNKNOWN }] },
                    { loadBalancers: ["a", "b"] },
                ),
                resource("targetGroup", "a"),
                resource("targetGroup", "b"),
            ),
            ["service: loadBalancers[0].targetGroupArn: not known"],
        ));

    it("is decided by a late target group, where the grace period is not known", () =>
        assert.deepStrictEqual(found({ ...checks(180, 3), service: { healthCheckGracePeriodSeconds: UNKNOWN } }), []));
});
