import type * as pulumi from "@pulumi/pulumi";
import type { InferentiaInstanceType, NeuronRuntime } from "../../contract";

/**
 * A pool of Inferentia instances in an ECS cluster, as task definitions and services must know it. Each member is known
 * at preview by itself: what the program wrote is, and the ARNs of what does not exist yet are not.
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
    /** The EC2 types of the instances, all with as many chips of one kind. */
    readonly instanceTypes: InferentiaInstanceType[];
    /** The Neuron runtime for which the instances' AMI is made. */
    readonly runtime: NeuronRuntime;
    /** The most instances. */
    readonly maxSize: number;
    /** The Systems Manager parameter of the AMI; undefined where an id was given. */
    readonly amiSsmParameter?: string | undefined;
    /** The log group of execute-command sessions; undefined for a cluster that is there already. */
    readonly executeCommandLogGroupArn?: string | undefined;
    /** The KMS key that encrypts execute-command sessions; undefined where there is none. */
    readonly executeCommandKmsKeyArn?: string | undefined;
}

/** {@link Capacity} as an argument: `InferentiaCluster.capacity`, or the same written out for capacity of your own. */
export interface CapacityArgs {
    /** The pool's name within the program, which tells two pools apart. Default: the capacity provider's name. */
    poolName?: pulumi.Input<string> | undefined;
    /** The name of the cluster. */
    clusterName: pulumi.Input<string>;
    /** The ARN of the cluster. */
    clusterArn: pulumi.Input<string>;
    /** The name of the capacity provider of the instances. */
    capacityProviderName: pulumi.Input<string>;
    /** The EC2 types of the instances, all with as many chips of one kind. */
    instanceTypes: pulumi.Input<pulumi.Input<InferentiaInstanceType>[]>;
    /** The Neuron runtime for which the instances' AMI is made. Default: `neuron-rtd`. */
    runtime?: pulumi.Input<NeuronRuntime> | undefined;
    /** The most instances. Default: not known, and not checked. */
    maxSize?: pulumi.Input<number> | undefined;
    /** The Systems Manager parameter of the AMI. Default: not known, and not checked. */
    amiSsmParameter?: pulumi.Input<string> | undefined;
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
    "executeCommandLogGroupArn",
    "executeCommandKmsKeyArn",
] as const satisfies readonly (keyof CapacityArgs)[];
