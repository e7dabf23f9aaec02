import type * as pulumi from "@pulumi/pulumi";
import type { ContainerSettingsArgs } from "./container";

/**
 * The daemon of Runtime 1.x in its sidecar. The component sets its name, command, capabilities and devices, and that it
 * starts first; `healthCheck` lets model containers wait until it is `HEALTHY` and not only for its `START`.
 */
export interface NeuronRtdArgs extends ContainerSettingsArgs {
    /** An own image. Excludes `version`. Default: the public image of the stack's region. */
    image?: pulumi.Input<string> | undefined;
    /** The tag of the public image, for example `1.0.8444.0`. Default: `latest`. */
    version?: pulumi.Input<string> | undefined;
    /** Where the daemon listens. */
    socket?: pulumi.Input<NeuronRtdSocketArgs> | undefined;
}

/** The volume on which the daemon and the model containers meet. */
export interface NeuronRtdSocketArgs {
    /** The volume's name. Default: `sock`. */
    volumeName?: pulumi.Input<string> | undefined;
    /** The path at which every one of these containers mounts it. Default: `/sock`. */
    containerPath?: pulumi.Input<string> | undefined;
    /**
     * The volume's path on the instance, which all tasks there share.
     * Default: none; Docker gives each task a directory of its own.
     */
    hostPath?: pulumi.Input<string> | undefined;
}
