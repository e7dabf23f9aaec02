import { service } from "../../../checks/examples/bases/inf2";
import { balancedStack, scaledStack } from "../../../checks/examples/bases/stack";
import { kind, remove, set, type Kind } from "./kind";

/** What stands before a service, and what scales it. */
export const balanced: readonly Kind[] = [
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
