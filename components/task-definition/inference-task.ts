import type * as pulumi from "@pulumi/pulumi";

/**
 * A task definition for inference, as services must know it. Each member is known at preview by itself: what the
 * program wrote is, and the ARN of a revision that does not exist yet is not.
 */
export interface InferenceTask {
    /** The ARN of the revision. */
    readonly taskDefinitionArn: string;
    /** The Neuron runtime that the task is set up for. */
    readonly runtime: string;
    /** The EC2 types that the task is made for; undefined where its devices exist on each. */
    readonly instanceTypes?: string[] | undefined;
    /** The devices that the task uses: `ALL`, or a list such as `0,1`. */
    readonly visibleDevices: string;
    /** The Docker network mode; undefined is `bridge`. */
    readonly networkMode?: string | undefined;
    /** The ports that each task holds on its instance, as `8501/tcp`. */
    readonly staticHostPorts: string[];
    /** The names of all containers. */
    readonly containerNames: string[];
    /** MiB of memory that each task reserves on its instance. */
    readonly memory: number;
    /** CPU units that each task reserves on its instance, 1024 to a vCPU. */
    readonly cpu: number;
}

/** `InferenceTask` as an argument: `NeuronTaskDefinition.definition`, or an ARN of your own and what you know. */
export interface InferenceTaskArgs {
    /** The ARN of the revision, or `family:revision`. */
    taskDefinitionArn: pulumi.Input<string>;
    /** The Neuron runtime that the task is set up for. Default: the capacity's. */
    runtime?: pulumi.Input<string> | undefined;
    /** The EC2 types that the task is made for. Default: those of the capacity. */
    instanceTypes?: pulumi.Input<pulumi.Input<string>[]> | undefined;
    /** The devices that the task uses: `ALL`, or a list such as `0,1`. Default: `ALL`. */
    visibleDevices?: pulumi.Input<string> | undefined;
    /** The Docker network mode: `bridge`, `host` or `awsvpc`. Default: `bridge`. */
    networkMode?: pulumi.Input<string> | undefined;
    /** The ports that each task holds on its instance, as `8501/tcp`. Default: none. */
    staticHostPorts?: pulumi.Input<pulumi.Input<string>[]> | undefined;
    /** The names of all containers. Default: not known, and not checked. */
    containerNames?: pulumi.Input<pulumi.Input<string>[]> | undefined;
    /** MiB of memory that each task reserves on its instance. Default: not known, and not checked. */
    memory?: pulumi.Input<number> | undefined;
    /** CPU units that each task reserves on its instance, 1024 to a vCPU. Default: not known, and not checked. */
    cpu?: pulumi.Input<number> | undefined;
}

/** The members of a task, in one list for `open`. */
export const inferenceTaskMembers = [
    "taskDefinitionArn",
    "runtime",
    "instanceTypes",
    "visibleDevices",
    "networkMode",
    "staticHostPorts",
    "containerNames",
    "memory",
    "cpu",
] as const satisfies readonly (keyof InferenceTaskArgs)[];
