import { TargetGroup, type TargetGroupArgs } from "@pulumi/aws/lb";
import * as pulumi from "@pulumi/pulumi";
import type { Split, WithRecords } from "../engine/record";
import { balancingName } from "../load-balancer/balancing-name";
import type { TaskReference } from "../task-definition/task-reference";
import { RouteProtocol, type RouteArgs } from "./args";
import { targetGroupCheck } from "./health-check";
import { healthPort, mappingOf } from "./routed-ports";
import { targetTypeOf } from "./target-reference";

/** How a balancer speaks to the targets: it decrypts TLS, and gRPC is a version of HTTP. */
const ofTargets: Readonly<Record<RouteProtocol, Pick<TargetGroupArgs, "protocol" | "protocolVersion">>> = {
    HTTP: { protocol: "HTTP" },
    HTTPS: { protocol: "HTTPS" },
    GRPC: { protocol: "HTTP", protocolVersion: "GRPC" },
    TCP: { protocol: "TCP" },
    TLS: { protocol: "TCP" },
};

/**
 * Creates the target group of a route. ECS registers each task with its port, so that the group's own says nothing, and
 * stays the same where a container's changes: another one would replace the group.
 */
export function createTargetGroup(
    name: string,
    args: WithRecords<RouteArgs>,
    parts: {
        readonly protocol: RouteProtocol;
        readonly task: Split<TaskReference>;
        readonly vpcId: pulumi.Output<string | undefined>;
    },
    opts: pulumi.CustomResourceOptions,
): TargetGroup {
    const { protocol, task } = parts;
    const { container, port } = args;
    return new TargetGroup(
        balancingName(name),
        {
            ...ofTargets[protocol],
            port: protocol === RouteProtocol.Https ? 443 : 80,
            targetType: task.networkMode.apply(targetTypeOf),
            vpcId: parts.vpcId as pulumi.Output<string>,
            healthCheck: pulumi
                .all([args.healthCheck, task.portMappings, container, port])
                .apply(([check = {}, ports = [], name, traffic]) => {
                    const other = healthPort(ports, { container: name, port: traffic }, check);
                    const onHost = other === undefined ? undefined : mappingOf(ports, other)?.hostPort;
                    return targetGroupCheck(protocol, check, String(onHost ?? "traffic-port"));
                }),
            deregistrationDelay: args.deregistrationDelay,
            slowStart: args.slowStart,
            stickiness: args.stickiness,
            tags: args.tags,
        },
        opts,
    );
}
