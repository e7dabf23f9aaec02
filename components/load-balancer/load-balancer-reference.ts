import { record } from "../validation/record";
import { list, type Fields } from "../validation/shape";
import { anyText, arnOf, integer, oneOf, text } from "../validation/values";
import { certificateArn, cidrBlock, ListenerProtocol, LoadBalancerType } from "./args";

/**
 * A load balancer, as routes must know it: the output `loadBalancer` of a `LoadBalancer`, or the same written out for
 * one of your own; in TypeScript `pulumi.output({…})` where members are outputs. An application load balancer needs
 * `listenerArn`, a network one `loadBalancerArn`.
 */
export interface LoadBalancerReference {
    /** Its name within the program, different for each. Default: none. */
    readonly loadBalancerName?: string | undefined;
    /** `application`, or `network`. Default: `application`. */
    readonly loadBalancerType?: string | undefined;
    /** The ARN of the load balancer, to which routes add listeners where it is a network one. */
    readonly loadBalancerArn?: string | undefined;
    /** The ARN of the listener of an application load balancer, to which routes add rules. */
    readonly listenerArn?: string | undefined;
    /** The protocol of that listener, `HTTPS` or `HTTP`. Default: `HTTPS`. */
    readonly protocol?: string | undefined;
    /** The certificate of a network load balancer's TLS listeners. Default: none; they are TCP ones. */
    readonly certificateArn?: string | undefined;
    /** The policy of a network load balancer's TLS listeners. Default: `ELBSecurityPolicy-TLS13-1-2-2021-06`. */
    readonly sslPolicy?: string | undefined;
    /** Seconds without traffic after which a network load balancer's TCP listeners close a connection. Default: 350. */
    readonly idleTimeout?: number | undefined;
    /** Its security groups: routes open the tasks for the first. Default: none; open the tasks yourself. */
    readonly securityGroupIds?: string[] | undefined;
    /**
     * The address ranges for which routes open its first security group, and from there towards the tasks. Default:
     * its groups are yours, and stay as they are.
     */
    readonly allowedCidrBlocks?: string[] | undefined;
    /** Its VPC. Default: that of the task's pool. */
    readonly vpcId?: string | undefined;
    /** Its subnets, in whose zones tasks can be reached. Default: not known, and not checked. */
    readonly subnetIds?: string[] | undefined;
}

const arnPattern = (kind: string) => new RegExp(`^arn:[\\w-]+:elasticloadbalancing:[\\w-]+:\\d{12}:${kind}/\\S+$`);

export const loadBalancerArn = arnOf("a load balancer", arnPattern("loadbalancer"));

const loadBalancerReferenceFields: Fields<LoadBalancerReference> = {
    loadBalancerName: text(/\S/, "a name"),
    loadBalancerType: oneOf(Object.values(LoadBalancerType)),
    loadBalancerArn,
    listenerArn: arnOf("a listener", arnPattern("listener")),
    protocol: oneOf(Object.values(ListenerProtocol)),
    certificateArn,
    sslPolicy: anyText,
    idleTimeout: integer(1, Infinity, "seconds"),
    securityGroupIds: list(anyText, "a list with at least one security group id"),
    allowedCidrBlocks: list(cidrBlock, "a list of address ranges", 0),
    vpcId: anyText,
    subnetIds: list(anyText, "a list with at least one subnet id"),
};

/** Checks the argument `loadBalancer`. */
export const loadBalancerReference = record(
    "a load balancer",
    loadBalancerReferenceFields,
    "give the loadBalancer of a LoadBalancer, or one of your own by listenerArn or loadBalancerArn",
);
