import { loadBalancerArn } from "../load-balancer/load-balancer-reference";
import { integer, oneOf, roleArn } from "../validation/values";
import { record } from "../validation/record";
import { required, type Fields } from "../validation/shape";
import { ecsName, listenerRule, port, targetGroupArn } from "../service/args/load-balancers";

/**
 * Where a load balancer sends requests to a service's tasks: the output `target` of a `Route`, or the same written out
 * for a target group of your own.
 */
export interface TargetReference {
    /** The ARN of the target group, known once a listener sends to it. */
    readonly targetGroupArn: string;
    /** The name of the container that serves. */
    readonly containerName: string;
    /** The port in the container. */
    readonly containerPort: number;
    /** What the targets are: `instance`, or in network mode `awsvpc` `ip`. Default: not known, and not checked. */
    readonly targetType?: string | undefined;
    /** Seconds within which a new task is healthy. Default: not known. */
    readonly readyWithin?: number | undefined;
    /** The ARN of the load balancer. Default: not known. */
    readonly loadBalancerArn?: string | undefined;
    /** The ARN of the second target group, for other deployment strategies than `ROLLING`. Default: none. */
    readonly alternateTargetGroupArn?: string | undefined;
    /** The ARN of the listener's rule whose traffic ECS then shifts between the two. Default: none. */
    readonly productionListenerRule?: string | undefined;
    /** The ARN of the role with which ECS does so. Default: none. */
    readonly roleArn?: string | undefined;
}

/** Whether tasks of a network mode are targets themselves, and not their instances. */
export function targetTypeOf(networkMode: string | undefined): "instance" | "ip" {
    return networkMode === "awsvpc" ? "ip" : "instance";
}

const targetReferenceFields: Fields<TargetReference> = {
    targetGroupArn: required(targetGroupArn, "give the ARN of the target group"),
    containerName: required(ecsName, "give the name of the container that serves"),
    containerPort: required(port, "give the port in the container"),
    targetType: oneOf(["instance", "ip"]),
    readyWithin: integer(0, 2_147_483_647, "seconds"),
    loadBalancerArn,
    alternateTargetGroupArn: targetGroupArn,
    productionListenerRule: listenerRule,
    roleArn,
};

/** Checks an item of the argument `routes`. */
export const targetReference = record("a target", targetReferenceFields, "give the target of a Route");
