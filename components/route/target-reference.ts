import { loadBalancerArn } from "../load-balancer/load-balancer-reference";
import { integer, oneOf } from "../validation/values";
import { record } from "../validation/record";
import { required, type Fields } from "../validation/shape";
import { ecsName, port, targetGroupArn } from "../service/args/load-balancers";

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
};

/** Checks an item of the argument `routes`. */
export const targetReference = record("a target", targetReferenceFields, "give the target of a Route");
