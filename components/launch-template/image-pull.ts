import type * as pulumi from "@pulumi/pulumi";
import { agentSettings, runtimeFacts, type NeuronRuntime } from "../../contract";
import { list, type Fields } from "../validation/shape";
import { integer, oneOf, text } from "../validation/values";

/** When the container agent pulls an image, as its setting spells the values. */
export const ImagePullBehavior = {
    Default: "default",
    Always: "always",
    Once: "once",
    PreferCached: "prefer-cached",
} as const;
/** When the container agent pulls an image: `default`, `always`, `once` or `prefer-cached`. */
export type ImagePullBehavior = (typeof ImagePullBehavior)[keyof typeof ImagePullBehavior];

/** How the container agent pulls images. */
export interface ImagePull {
    /**
     * When the container agent pulls an image (`ECS_IMAGE_PULL_BEHAVIOR`): `default` pulls at each start, and takes
     * the cached one where that fails; `always` fails then; `once` and `prefer-cached` take the cached one first, also
     * where its tag has moved on. Default: the agent's own, `default`.
     */
    imagePullBehavior?: pulumi.Input<ImagePullBehavior> | undefined;
    /**
     * Seconds that the extraction of an image may stand still before its task fails, at least 60
     * (`ECS_IMAGE_PULL_INACTIVITY_TIMEOUT`). Default: 600 with `libnrt`; with `neuron-rtd` the agent's own, 60.
     */
    imagePullInactivityTimeout?: pulumi.Input<number> | undefined;
    /** Seconds that the pull of an image may take, at least 60 (`ECS_IMAGE_PULL_TIMEOUT`). Default: the agent's. */
    imagePullTimeout?: pulumi.Input<number> | undefined;
    /**
     * Images to pull while the instance starts, one after the other and before the agent, so that a task finds their
     * layers: each delays the instance by its pull. For those of ECR the role that a pool creates gets its grants. One
     * that cannot be pulled is named in the instance's console output, and left to the agent. Default: none.
     */
    prePull?: pulumi.Input<pulumi.Input<string>[]> | undefined;
}

export const imagePullFields: Fields<ImagePull> = {
    imagePullBehavior: oneOf(Object.values(ImagePullBehavior)),
    imagePullInactivityTimeout: integer(60, Infinity, "seconds"),
    imagePullTimeout: integer(60, Infinity, "seconds"),
    // Without characters of a shell.
    prePull: list(
        text(/^\w[\w.:/@-]*$/, "an image: its registry, repository and tag or digest"),
        "a list of images",
        0,
    ),
};

/** The settings of the container agent; those that are left to it are undefined. */
export function imagePullSettings(
    args: pulumi.Unwrap<ImagePull>,
    runtime: NeuronRuntime,
): Readonly<Record<string, string | undefined>> {
    const inactivity = args.imagePullInactivityTimeout ?? runtimeFacts[runtime].imagePullInactivityTimeout;
    return {
        [agentSettings.imagePullBehavior]: args.imagePullBehavior,
        [agentSettings.imagePullInactivityTimeout]: seconds(inactivity),
        [agentSettings.imagePullTimeout]: seconds(args.imagePullTimeout),
    };
}

/** As the agent reads a duration. */
function seconds(value: number | undefined): string | undefined {
    return value === undefined ? undefined : `${value}s`;
}
