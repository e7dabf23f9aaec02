import type * as pulumi from "@pulumi/pulumi";
import { ecsNamePattern, ecsNameRequirement, imageTagPattern } from "../../../contract";
import { awsObject, object } from "../../validation/shape";
import { text } from "../../validation/values";
import { containerSettingsFields, image, ownedByTheComponent, type ContainerSettings } from "./container-settings";
import { daemonLinuxParameters } from "./linux-parameters";

/** The volume on which the daemon and the model containers meet. */
export interface NeuronRtdSocket {
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

const socket = object<NeuronRtdSocket>("the daemon's socket", {
    volumeName: text(ecsNamePattern, ecsNameRequirement),
    // It stands in the daemon's shell line, so that nothing in it may mean something to a shell.
    containerPath: text(
        /^(?:\/[\w.-]+)+$/,
        "an absolute path of letters, digits and any of . _ -, without a slash at its end",
    ),
    hostPath: text(/^\/[^\s:]*[^\s:/]$/, "an absolute path without a slash at its end"),
});

/**
 * The daemon of Runtime 1.x in its sidecar. The component sets its name, command, capabilities and devices, and that it
 * starts first; `healthCheck` lets model containers wait until it is `HEALTHY` and not only for its `START`.
 */
export interface NeuronRtd extends ContainerSettings {
    /** An own image. Excludes `version`. Default: the public image of the stack's region. */
    image?: pulumi.Input<string> | undefined;
    /** The tag of the public image, for example `1.0.8444.0`. Default: `latest`. */
    version?: pulumi.Input<string> | undefined;
    /** Where the daemon listens. */
    socket?: pulumi.Input<NeuronRtdSocket> | undefined;
}

export const neuronRtd = awsObject<NeuronRtd>(
    "the daemon",
    {
        ...containerSettingsFields,
        linuxParameters: daemonLinuxParameters,
        image,
        version: text(imageTagPattern, "a tag of the neuron-rtd image, such as latest or 1.0.8444.0"),
        socket,
    },
    {
        ...ownedByTheComponent,
        name: "the component names the daemon's container neuron-rtd",
        command: "the component starts the daemon on the socket; give socket",
        entryPoint: "the component starts the daemon on the socket; give socket",
        user: "the daemon needs its capabilities, which only root keeps",
        essential: "no model is served without the daemon",
        dependsOn: "the daemon starts first; let other containers depend on it",
        portMappings: "the daemon serves on its socket only",
        firelensConfiguration: "the daemon routes no logs; give a sidecar that does",
    },
);
