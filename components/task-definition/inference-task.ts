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
