import type * as pulumi from "@pulumi/pulumi";

/**
 * A pool of Inferentia instances in an ECS cluster, as task definitions and services must know it. Each member is known
 * at preview by itself: what the program wrote is, and the ARNs of what does not exist yet are not. Its texts are no
 * enumerations, because Pulumi YAML gives none from one component to another.
 */
export interface Capacity {
    /** The pool's name within the program, which tells two pools apart. */
    readonly poolName: string;
    /** The name of the cluster. */
    readonly clusterName: string;
    /** The ARN of the cluster. */
    readonly clusterArn: string;
    /** The name of the pool's capacity provider, known once it is associated with the cluster. */
    readonly capacityProviderName: string;
    /** The EC2 types of the instances, all with as many chips of one kind, such as `inf1.xlarge`. */
    readonly instanceTypes: string[];
    /** The Neuron runtime for which the instances' AMI is made, `neuron-rtd` or `libnrt`. */
    readonly runtime: string;
    /** The most instances. */
    readonly maxSize: number;
    /** The Systems Manager parameter of the AMI; undefined where an id was given. */
    readonly amiSsmParameter?: string | undefined;
    /** The id of the AMI; undefined where EC2 looks it up at each launch. */
    readonly amiId?: string | undefined;
    /** The name of the AMI, which tells its release; undefined where the parameter does not tell it. */
    readonly amiName?: string | undefined;
    /** The log group of execute-command sessions; undefined for a cluster that is there already. */
    readonly executeCommandLogGroupArn?: string | undefined;
    /** The KMS key that encrypts execute-command sessions; undefined where there is none. */
    readonly executeCommandKmsKeyArn?: string | undefined;
}

/** `Capacity` as an argument: `InferentiaCluster.capacity`, or the same written out for capacity of your own. */
export interface CapacityArgs {
    /** The pool's name within the program, which tells two pools apart. Default: the capacity provider's name. */
    poolName?: pulumi.Input<string> | undefined;
    /** The name of the cluster. */
    clusterName: pulumi.Input<string>;
    /** The ARN of the cluster. */
    clusterArn: pulumi.Input<string>;
    /** The name of the capacity provider of the instances. */
    capacityProviderName: pulumi.Input<string>;
    /** The EC2 types of the instances, all with as many chips of one kind, such as `inf1.xlarge`. */
    instanceTypes: pulumi.Input<pulumi.Input<string>[]>;
    /** The Neuron runtime for which the instances' AMI is made, `neuron-rtd` or `libnrt`. Default: `neuron-rtd`. */
    runtime?: pulumi.Input<string> | undefined;
    /** The most instances. Default: not known, and not checked. */
    maxSize?: pulumi.Input<number> | undefined;
    /** The Systems Manager parameter of the AMI. Default: not known, and not checked. */
    amiSsmParameter?: pulumi.Input<string> | undefined;
    /** The id of the AMI, which is told and not read. Default: none. */
    amiId?: pulumi.Input<string> | undefined;
    /** The name of the AMI, which is told and not read. Default: none. */
    amiName?: pulumi.Input<string> | undefined;
    /** The log group of execute-command sessions. Default: none. */
    executeCommandLogGroupArn?: pulumi.Input<string> | undefined;
    /** The KMS key that encrypts execute-command sessions. Default: none. */
    executeCommandKmsKeyArn?: pulumi.Input<string> | undefined;
}

/** The members of a capacity, in one list for `open`. */
export const capacityMembers = [
    "poolName",
    "clusterName",
    "clusterArn",
    "capacityProviderName",
    "instanceTypes",
    "runtime",
    "maxSize",
    "amiSsmParameter",
    "amiId",
    "amiName",
    "executeCommandLogGroupArn",
    "executeCommandKmsKeyArn",
] as const satisfies readonly (keyof CapacityArgs)[];
