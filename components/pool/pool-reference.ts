import {
    ecsNamePattern,
    ecsNameRequirement,
    fargateCapacityProviders,
    inferentiaInstanceTypes,
    neuronRuntimes,
} from "../../contract";
import { record } from "../validation/record";
import { list, required, type Fields } from "../validation/shape";
import { anyText, arnOf, integer, oneOf, text } from "../validation/values";

/**
 * A pool of Inferentia instances, as task definitions and services must know it: the output `pool` of a `Cluster` or a
 * `Pool`, or the same written out for instances of your own; in TypeScript `pulumi.output({…})` where members are
 * outputs. Each member is known at preview by itself: what the program wrote is, and the ARNs of what does not exist
 * yet are not. Its strings are no enumerations, because Pulumi YAML passes none from one component to another.
 */
export interface PoolReference {
    /** The pool's name within the program, different for each pool. Default: the capacity provider's name. */
    readonly poolName?: string | undefined;
    /** The name of the cluster. */
    readonly clusterName: string;
    /** The ARN of the cluster. */
    readonly clusterArn: string;
    /** The name of the pool's capacity provider, known once it is associated with the cluster. */
    readonly capacityProviderName: string;
    /** The EC2 types of the instances, all with as many chips of one kind, such as `inf1.xlarge`. */
    readonly instanceTypes: string[];
    /**
     * The Neuron runtime for which the instances' AMI is built, `neuron-rtd` or `libnrt`. Default: `libnrt` for Inf2,
     * and `neuron-rtd` for Inf1.
     */
    readonly runtime?: string | undefined;
    /** The most instances. Default: not known, and not checked. */
    readonly maxSize?: number | undefined;
    /** The VPC of the instances. Default: not known; routes then take that of their load balancer. */
    readonly vpcId?: string | undefined;
    /** The subnets of the instances. Default: not known, and not checked. */
    readonly subnetIds?: string[] | undefined;
    /** The security groups of the instances: routes open the first for their load balancer. Default: none. */
    readonly securityGroupIds?: string[] | undefined;
    /** The Systems Manager parameter of the AMI. Default: not known, and not checked. */
    readonly amiSsmParameter?: string | undefined;
    /** The id of the AMI, for information only; undefined where EC2 looks it up at each launch. */
    readonly amiId?: string | undefined;
    /** The name of the AMI, which carries its release, for information only. */
    readonly amiName?: string | undefined;
    /** The name of the Auto Scaling group, for information only. */
    readonly autoScalingGroupName?: string | undefined;
    /** The ARN of the Auto Scaling group, for information only. */
    readonly autoScalingGroupArn?: string | undefined;
    /** The id of the launch template, for information only. */
    readonly launchTemplateId?: string | undefined;
    /** The name of the instances' role, for information only; undefined where an instance profile was given. */
    readonly instanceRoleName?: string | undefined;
    /** The ARN of the instances' role, for information only; undefined where an instance profile was given. */
    readonly instanceRoleArn?: string | undefined;
    /** The ARN of the instance profile, for information only. */
    readonly instanceProfileArn?: string | undefined;
    /** The log group of execute-command sessions. Default: none. */
    readonly executeCommandLogGroupArn?: string | undefined;
    /** The KMS key that encrypts execute-command sessions. Default: none. */
    readonly executeCommandKmsKeyArn?: string | undefined;
}

const providerPattern = new RegExp(`^(?!(?:${fargateCapacityProviders.join("|")})$)[\\w-]{1,255}$`);
const providerRequirement = "the name of a capacity provider of Inferentia instances; Fargate has none";

const poolReferenceFields: Fields<PoolReference> = {
    poolName: text(/\S/, "a name"),
    clusterName: required(text(ecsNamePattern, ecsNameRequirement), "give the name of the cluster"),
    clusterArn: required(arnOf("an ECS cluster", /^arn:[\w-]+:ecs:[\w-]+:\d{12}:\S+$/), "give the ARN of the cluster"),
    capacityProviderName: required(text(providerPattern, providerRequirement), `give ${providerRequirement}`),
    instanceTypes: required(
        list(oneOf(inferentiaInstanceTypes), "a list with at least one EC2 type"),
        "give the EC2 types of the instances",
    ),
    runtime: oneOf(neuronRuntimes),
    maxSize: integer(0, Infinity, "instances"),
    vpcId: anyText,
    subnetIds: list(anyText, "a list with at least one subnet id"),
    securityGroupIds: list(anyText, "a list with at least one security group id"),
    amiSsmParameter: anyText,
    amiId: anyText,
    amiName: anyText,
    autoScalingGroupName: anyText,
    autoScalingGroupArn: anyText,
    launchTemplateId: anyText,
    instanceRoleName: anyText,
    instanceRoleArn: anyText,
    instanceProfileArn: anyText,
    executeCommandLogGroupArn: anyText,
    executeCommandKmsKeyArn: anyText,
};

/** Checks the argument `pool`. A pool that is missing as a whole is one problem, not one for each member. */
export const poolReference = record(
    "a pool",
    poolReferenceFields,
    "give that of a Cluster: pool where it has one pool, pools.NAME where it has several",
);
