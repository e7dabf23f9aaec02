import type { PoolReference } from "../pool/pool-reference";

/** A port of a container that can be reached from outside of the task. */
export interface TaskPort {
    /** The name of the container. */
    readonly containerName: string;
    /** The port in the container. */
    readonly containerPort: number;
    /** The port of the instance, in `awsvpc` the same as in the container; 0 where Docker chooses it. Default: 0. */
    readonly hostPort?: number | undefined;
    /** `tcp` or `udp`. Default: `tcp`. */
    readonly protocol?: string | undefined;
}

/**
 * A task definition for inference, as services must know it: the output `task` of a `TaskDefinition`, or an ARN of your
 * own and what you know; in TypeScript `pulumi.output({…})` where members are outputs. Each member is known at preview
 * by itself: what the program wrote is, and the ARN of a revision that does not exist yet is not.
 */
export interface TaskReference {
    /** The ARN of the revision, or `family:revision`. */
    readonly taskDefinitionArn: string;
    /** The Neuron runtime that the task is set up for. Default: the pool's. */
    readonly runtime?: string | undefined;
    /** The EC2 types that the task is made for. Default: those of the pool. */
    readonly instanceTypes?: string[] | undefined;
    /** The devices that the task uses: `ALL`, or a list such as `0,1`. Default: `ALL`. */
    readonly visibleDevices?: string | undefined;
    /** The NeuronCores that the task takes, by index from those of device 0 on: `0-1`. Default: all of its devices'. */
    readonly cores?: string | undefined;
    /** How many NeuronCores the task takes, whichever are free; with `cores` it says nothing. Default: all. */
    readonly numCores?: number | undefined;
    /** The Docker network mode: `bridge`, `host` or `awsvpc`. Default: `bridge`. */
    readonly networkMode?: string | undefined;
    /** The ports that each task holds on its instance, as `8501/tcp`. Default: none. */
    readonly staticHostPorts?: string[] | undefined;
    /** The ports of all containers that can be reached, but for ranges. Default: not known; routes need them. */
    readonly portMappings?: TaskPort[] | undefined;
    /** The names of all containers. Default: not known, and not checked. */
    readonly containerNames?: string[] | undefined;
    /** MiB of memory that each task reserves on its instance. Default: not known, and not checked. */
    readonly memory?: number | undefined;
    /** CPU units that each task reserves on its instance, 1024 to a vCPU. Default: not known, and not checked. */
    readonly cpu?: number | undefined;
    /**
     * Seconds after which ECS finds a container unhealthy that never answers its health check, at the latest; 0 where
     * none has one. Default: not known, and not checked.
     */
    readonly unhealthyAfter?: number | undefined;
    /** The pool on which the task runs, unless a service moves it to another. Default: none. */
    readonly pool?: PoolReference | undefined;
}
