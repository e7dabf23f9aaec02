import type * as pulumi from "@pulumi/pulumi";
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
 * A pool of Inferentia instances in an ECS cluster, as task definitions and services must know it. Each member is known
 * at preview by itself: what the program wrote is, and the ARNs of what does not exist yet are not. Its strings are no
 * enumerations, because Pulumi YAML passes none from one component to another.
 */
export interface Capacity {
    /** The pool's name within the program, which is different for each pool. */
    readonly poolName: string;
    /** The name of the cluster. */
    readonly clusterName: string;
    /** The ARN of the cluster. */
    readonly clusterArn: string;
    /** The name of the pool's capacity provider, known once it is associated with the cluster. */
    readonly capacityProviderName: string;
    /** The EC2 types of the instances, all with as many chips of one kind, such as `inf1.xlarge`. */
    readonly instanceTypes: string[];
    /** The Neuron runtime for which the instances' AMI is built, `neuron-rtd` or `libnrt`. */
    readonly runtime: string;
    /** The most instances. */
    readonly maxSize: number;
    /** The Systems Manager parameter of the AMI; undefined where an id was given. */
    readonly amiSsmParameter?: string | undefined;
    /** The id of the AMI; undefined where EC2 looks it up at each launch. */
    readonly amiId?: string | undefined;
    /** The name of the AMI, which carries its release; undefined where the parameter does not have it. */
    readonly amiName?: string | undefined;
    /** The log group of execute-command sessions; undefined for an existing cluster. */
    readonly executeCommandLogGroupArn?: string | undefined;
    /** The KMS key that encrypts execute-command sessions; undefined where there is none. */
    readonly executeCommandKmsKeyArn?: string | undefined;
}

/** `Capacity` as an argument: `InferentiaCluster.capacity`, or the same written out for capacity of your own. */
export interface CapacityArgs {
    /** The pool's name within the program, which is different for each pool. Default: the capacity provider's name. */
    poolName?: pulumi.Input<string> | undefined;
    /** The name of the cluster. */
    clusterName: pulumi.Input<string>;
    /** The ARN of the cluster. */
    clusterArn: pulumi.Input<string>;
    /** The name of the capacity provider of the instances. */
    capacityProviderName: pulumi.Input<string>;
    /** The EC2 types of the instances, all with as many chips of one kind, such as `inf1.xlarge`. */
    instanceTypes: pulumi.Input<pulumi.Input<string>[]>;
    /** The Neuron runtime for which the instances' AMI is built, `neuron-rtd` or `libnrt`. Default: `neuron-rtd`. */
    runtime?: pulumi.Input<string> | undefined;
    /** The most instances. Default: not known, and not checked. */
    maxSize?: pulumi.Input<number> | undefined;
    /** The Systems Manager parameter of the AMI. Default: not known, and not checked. */
    amiSsmParameter?: pulumi.Input<string> | undefined;
    /** The id of the AMI, for information only. Default: none. */
    amiId?: pulumi.Input<string> | undefined;
    /** The name of the AMI, for information only. Default: none. */
    amiName?: pulumi.Input<string> | undefined;
    /** The log group of execute-command sessions. Default: none. */
    executeCommandLogGroupArn?: pulumi.Input<string> | undefined;
    /** The KMS key that encrypts execute-command sessions. Default: none. */
    executeCommandKmsKeyArn?: pulumi.Input<string> | undefined;
}

const providerPattern = new RegExp(`^(?!(?:${fargateCapacityProviders.join("|")})$)[\\w-]{1,255}$`);
const providerRequirement = "the name of a capacity provider of Inferentia instances; Fargate has none";

const capacityFields: Fields<CapacityArgs> = {
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
    amiSsmParameter: anyText,
    amiId: anyText,
    amiName: anyText,
    executeCommandLogGroupArn: anyText,
    executeCommandKmsKeyArn: anyText,
};

/** Checks the argument `capacity`. A capacity that is missing as a whole is one problem, not one for each member. */
export const capacityRecord = record(
    "a capacity",
    capacityFields,
    "give that of an InferentiaCluster: capacity where it has one pool, capacities.NAME where it has several",
);

export const capacityMembers = Object.keys(capacityFields) as readonly (keyof CapacityArgs)[];
