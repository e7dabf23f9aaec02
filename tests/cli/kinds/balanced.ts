import { service } from "../../../checks/examples/bases/inf2";
import { balancedStack, scaledStack } from "../../../checks/examples/bases/stack";
import { kind, remove, resource, set, type Kind } from "./kind";

/** All of it at once, as the programs beside `balanced.*.json` of the fixtures have it. */
export const reachedAndScaled = kind(
    "a service that is reached and scaled as it should be, and one that is not",
    balancedStack,
    [
        resource("Scaling", "AWS::ApplicationAutoScaling::ScalableTarget", {
            ServiceNamespace: "ecs",
            ScalableDimension: "ecs:service:DesiredCount",
            ResourceId: { "Fn::Sub": "service/${Cluster}/${Service.Name}" },
            MinCapacity: 1,
            MaxCapacity: 2,
        }),
    ],
    [
        set(`${service}.LoadBalancers[0].ContainerPort`, 8500),
        remove(`${service}.HealthCheckGracePeriodSeconds`),
        set("Resources.Scaling.Properties.MaxCapacity", 4),
    ],
    "Service load-balancer-port-exists mandatory",
    "Service health-check-grace-period advisory",
    "Scaling scaling-fits-pool advisory",
);

/** What stands before a service, and what scales it. */
export const balanced: readonly Kind[] = [
    reachedAndScaled,
    kind(
        "a target group on a port that the container maps, and on another",
        balancedStack,
        [],
        [set(`${service}.LoadBalancers[0].ContainerPort`, 8500)],
        "Service load-balancer-port-exists mandatory",
    ),
    kind(
        "a target group on a container of the task, and on none",
        balancedStack,
        [],
        [set(`${service}.LoadBalancers[0].ContainerName`, "web")],
        "Service load-balancer-port-exists mandatory",
    ),
    kind(
        "a health check that waits for the model, and one that does not",
        balancedStack,
        [],
        [remove(`${service}.HealthCheckGracePeriodSeconds`)],
        "Service health-check-grace-period advisory",
    ),
    kind(
        "a target group that fails late enough by itself, and one of the provider's defaults",
        balancedStack,
        [
            remove(`${service}.HealthCheckGracePeriodSeconds`),
            set("Resources.Targets.Properties.HealthCheckIntervalSeconds", 300),
            set("Resources.Targets.Properties.UnhealthyThresholdCount", 4),
        ],
        [
            remove("Resources.Targets.Properties.HealthCheckIntervalSeconds"),
            remove("Resources.Targets.Properties.UnhealthyThresholdCount"),
        ],
        "Service health-check-grace-period advisory",
    ),
    kind(
        "scaling within the instances of the group, and above them",
        scaledStack,
        [],
        [set("Resources.Scaling.Properties.MaxCapacity", 4)],
        "Scaling scaling-fits-pool advisory",
    ),
];
