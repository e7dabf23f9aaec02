import { Listener, ListenerRule, type TargetGroup } from "@pulumi/aws/lb";
import * as pulumi from "@pulumi/pulumi";
import { defaultSslPolicy } from "../../contract";
import type { Split, WithRecords } from "../engine/record";
import type { LoadBalancerReference } from "../load-balancer/load-balancer-reference";
import { RouteProtocol, type RouteArgs } from "./args";
import { priorityOf } from "./priority";
import { shiftedActions } from "./traffic-shift";

type Balancer = Split<LoadBalancerReference>;

/**
 * Adds a rule to the listener of an application load balancer.
 *
 * @param alternate The second target group; with one, ECS owns what the rule forwards to.
 */
export function createRule(
    name: string,
    args: WithRecords<RouteArgs>,
    balancer: Balancer,
    targetGroup: TargetGroup,
    alternate: TargetGroup | undefined,
    opts: pulumi.CustomResourceOptions,
): ListenerRule {
    const { hosts, paths, priority, tags } = args;
    const conditions = pulumi.output({ hosts, paths });
    return new ListenerRule(
        `${name}-rule`,
        {
            listenerArn: balancer.listenerArn as pulumi.Output<string>,
            priority: priority ?? conditions.apply((asked) => priorityOf(name, asked)),
            conditions: conditions.apply((asked) => [
                ...(asked.hosts ? [{ hostHeader: { values: asked.hosts } }] : []),
                ...(asked.paths || !asked.hosts ? [{ pathPattern: { values: asked.paths ?? ["/*"] } }] : []),
            ]),
            actions: alternate
                ? shiftedActions(targetGroup, alternate)
                : [{ type: "forward", targetGroupArn: targetGroup.arn }],
            tags,
        },
        alternate ? { ...opts, ignoreChanges: ["actions"] } : opts,
    );
}

/** Adds a listener to a network load balancer. */
export function createListener(
    name: string,
    args: WithRecords<RouteArgs>,
    balancer: Balancer,
    targetGroup: TargetGroup,
    opts: pulumi.CustomResourceOptions,
): Listener {
    const isTls = args.protocol === RouteProtocol.Tls;
    return new Listener(
        `${name}-listener`,
        {
            loadBalancerArn: balancer.loadBalancerArn as pulumi.Output<string>,
            port: args.listenerPort ?? args.port,
            protocol: args.protocol,
            ...(isTls
                ? {
                      certificateArn: balancer.certificateArn,
                      sslPolicy: balancer.sslPolicy.apply((policy) => policy ?? defaultSslPolicy),
                  }
                : { tcpIdleTimeoutSeconds: balancer.idleTimeout }),
            defaultActions: [{ type: "forward", targetGroupArn: targetGroup.arn }],
            tags: args.tags,
        },
        opts,
    );
}
