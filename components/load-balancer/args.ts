import type { lb } from "@pulumi/aws/types/input";
import type * as pulumi from "@pulumi/pulumi";
import { idleTimeouts } from "../../contract";
import { networkFields } from "../pool/args";
import { awsObject, list, required, type Check, type Fields } from "../validation/shape";
import { anyText, arnOf, boolean, integer, oneOf, tags, text } from "../validation/values";

/** The kind of a load balancer. */
export const LoadBalancerType = {
    /** Reads HTTP requests, also those of gRPC, and routes by host and path. */
    Application: "application",
    /** Hands connections on as they are; each route has a port of its own. */
    Network: "network",
} as const;
/** The kind of a load balancer: `application`, or `network`. */
export type LoadBalancerType = (typeof LoadBalancerType)[keyof typeof LoadBalancerType];

/** The protocol of an Application Load Balancer's listener. */
export const ListenerProtocol = {
    Https: "HTTPS",
    /** Encrypts nothing. */
    Http: "HTTP",
} as const;
/** The protocol of an Application Load Balancer's listener: `HTTPS`, or `HTTP`, which encrypts nothing. */
export type ListenerProtocol = (typeof ListenerProtocol)[keyof typeof ListenerProtocol];

/** What `LoadBalancer` takes. */
export interface LoadBalancerArgs {
    /** `application`, or `network`; no output. Default: `application`. */
    loadBalancerType?: pulumi.Input<LoadBalancerType> | undefined;
    /**
     * The protocol of an application load balancer's clients: `HTTPS` on port 443, to which port 80 redirects; or
     * `HTTP` on port 80 alone, which encrypts nothing. No output. Default: `HTTPS`.
     */
    protocol?: pulumi.Input<ListenerProtocol> | undefined;
    /**
     * The ARN of the certificate in AWS Certificate Manager, or IAM. `HTTPS` needs one, and so do routes of `TLS`.
     * Default: none.
     */
    certificateArn?: pulumi.Input<string> | undefined;
    /** Further certificates of `HTTPS`, each for other hosts. Default: none. */
    additionalCertificateArns?: pulumi.Input<string>[] | undefined;
    /** The TLS policy. Default: `ELBSecurityPolicy-TLS13-1-2-2021-06`, TLS 1.2 and 1.3. */
    sslPolicy?: pulumi.Input<string> | undefined;
    /** Whether it has public addresses; its subnets must be public ones. Default: false. */
    internetFacing?: boolean | undefined;
    /**
     * The address ranges that its listeners serve, as `10.0.0.0/16` or `2001:db8::/32`; an empty list serves none.
     * Default: the VPC's first range; with `internetFacing` `0.0.0.0/0`.
     */
    allowedCidrBlocks?: pulumi.Input<string>[] | undefined;
    /** The VPC; `subnetIds` goes with it. Default: the account's default VPC. */
    vpcId?: pulumi.Input<string> | undefined;
    /**
     * Its subnets, one for each zone, and in every zone of the tasks; an application load balancer needs two zones.
     * Default: the default subnets of the default VPC.
     */
    subnetIds?: pulumi.Input<pulumi.Input<string>[]> | undefined;
    /**
     * Security groups of your own. They stay as they are: open them for clients, and towards the tasks.
     * Default: one that is open for the listeners, and towards the targets of routes.
     */
    securityGroupIds?: pulumi.Input<pulumi.Input<string>[]> | undefined;
    /**
     * Seconds without traffic after which a connection is closed: raise it for answers that take longer, or stream
     * with pauses. Application load balancers take 1 to 4000, and TCP listeners of network ones 60 to 6000; their TLS
     * listeners keep 350. Default: 60; network 350.
     */
    idleTimeout?: pulumi.Input<number> | undefined;
    /** Whether it is protected from deletion; a destroy then fails. Default: false. */
    enableDeletionProtection?: pulumi.Input<boolean> | undefined;
    /** The S3 bucket of its access logs, whose policy must allow Elastic Load Balancing to write. Default: none. */
    accessLogs?: pulumi.Input<lb.LoadBalancerAccessLogs> | undefined;
    /** Tags on its resources. Default: none. */
    tags?: pulumi.Input<{ [key: string]: pulumi.Input<string> }> | undefined;
}

/** The type of a load balancer, whose arguments are valid: it is no output. */
export function typeOf({ loadBalancerType }: LoadBalancerArgs): LoadBalancerType {
    return (loadBalancerType ?? LoadBalancerType.Application) as LoadBalancerType;
}

/** A server certificate. */
export const certificateArn = arnOf(
    "a certificate",
    /^arn:[\w-]+:(?:acm:[\w-]+:\d{12}:certificate|iam::\d{12}:server-certificate)\/\S+$/,
);

export const cidrBlock: Check = text(
    /^(?:\d{1,3}(?:\.\d{1,3}){3}\/\d{1,2}|[\da-fA-F:.]*:[\da-fA-F:.]*\/\d{1,3})$/,
    "an address range such as 10.0.0.0/16",
);

const { application, network } = idleTimeouts;

export const loadBalancerFields: Fields<LoadBalancerArgs> = {
    loadBalancerType: oneOf(Object.values(LoadBalancerType)),
    protocol: oneOf(Object.values(ListenerProtocol)),
    certificateArn,
    additionalCertificateArns: list(certificateArn, "a list of ARNs of certificates", 0),
    sslPolicy: text(/^ELBSecurityPolicy-\S+$/, "the name of a TLS policy: ELBSecurityPolicy-…"),
    internetFacing: boolean,
    allowedCidrBlocks: list(cidrBlock, "a list of address ranges", 0),
    ...networkFields,
    idleTimeout: integer(application.minimum, network.maximum, "seconds"),
    enableDeletionProtection: boolean,
    accessLogs: awsObject<lb.LoadBalancerAccessLogs>("the access logs of a load balancer", {
        bucket: required(anyText, "give the name of the S3 bucket"),
        enabled: boolean,
        prefix: anyText,
    }),
    tags,
};
