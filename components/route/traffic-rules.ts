import * as pulumi from "@pulumi/pulumi";
import { presence } from "../engine/known-output";
import type { Split, WithRecords } from "../engine/record";
import type { LoadBalancerReference } from "../load-balancer/load-balancer-reference";
import { createClientRules } from "../load-balancer/security-group";
import type { TaskReference } from "../task-definition/task-reference";
import { type RouteProtocol, type RouteArgs } from "./args";
import { isOfNetwork } from "./check";
import { createTargetRules } from "./target-rules";
import { distinctRanges, healthPort, mappingOf, rangeOf, type PortRange } from "./routed-ports";

type Args = WithRecords<RouteArgs>;
type Ids = pulumi.Output<string[] | undefined>;

/** What a route connects. */
interface Ends {
    readonly balancer: Split<LoadBalancerReference>;
    readonly task: Split<TaskReference>;
}

/**
 * Lets the load balancer reach the ports of the targets, and the clients of a network load balancer its listener. Rules
 * whose names a preview does not know are created by the update.
 *
 * @returns The ids of the rules.
 */
export function createTrafficRules(
    name: string,
    args: Args,
    ends: Ends,
    opts: pulumi.CustomResourceOptions,
): pulumi.Output<unknown> {
    return pulumi.all([targetRules(args, ends, opts), clientRules(name, args, ends, opts)]);
}

function targetRules(args: Args, { balancer, task }: Ends, opts: pulumi.CustomResourceOptions) {
    const ofTasks: Ids = pulumi.output(args.securityGroupIds);
    const ofPool: Ids = pulumi.output(task.pool?.securityGroupIds);
    const own = task.networkMode.apply((mode) => mode === "awsvpc");
    const from = first(balancer.securityGroupIds);
    const to = own.apply((isOwn) => first(isOwn ? ofTasks : ofPool));
    const ofTarget = pulumi.all([own, task.pool?.poolName]).apply(([isOwn, pool]) => (isOwn ? undefined : pool));
    return pulumi
        .all([
            presence(balancer.securityGroupIds),
            own.apply((isOwn) => presence(isOwn ? ofTasks : ofPool)),
            presence(balancer.allowedCidrBlocks),
            targetPorts(args, task),
            // Their names, so that a preview shows the rules; of groups without a name the ids.
            balancer.loadBalancerName.apply((one) => one ?? from),
            ofTarget.apply((one) => one ?? to),
        ])
        .apply(([hasGroup, isThere, needsEgress, ranges, fromLabel, toLabel]) =>
            hasGroup && isThere
                ? createTargetRules(
                      { from: { label: fromLabel, id: from }, to: { label: toLabel, id: to }, ranges, needsEgress },
                      args.tags,
                      opts,
                  )
                : [],
        );
}

/** The ports of the traffic, and of health checks where they have another one. */
function targetPorts(args: Args, task: Split<TaskReference>): pulumi.Output<readonly PortRange[]> {
    return pulumi
        .all([args.healthCheck, task.portMappings, args.container, args.port])
        .apply(([check = {}, ports = [], container, port]) => {
            const health = healthPort(ports, { container, port }, check);
            const mappings = [
                mappingOf(ports, port, container),
                health === undefined ? undefined : mappingOf(ports, health),
            ];
            return distinctRanges(mappings.filter((one) => one !== undefined).map(rangeOf));
        });
}

function clientRules(name: string, args: Args, { balancer }: Ends, opts: pulumi.CustomResourceOptions) {
    if (!isOfNetwork(args.protocol as RouteProtocol)) {
        return [];
    }
    const id = first(balancer.securityGroupIds);
    return pulumi
        .all([balancer.allowedCidrBlocks, args.listenerPort ?? args.port])
        .apply(([cidrBlocks = [], port]) =>
            createClientRules(name, { id, port }, cidrBlocks, args.tags, opts).map((rule) => rule.id),
        );
}

function first(ids: Ids): pulumi.Output<string> {
    return ids.apply((list) => list?.[0]) as pulumi.Output<string>;
}
