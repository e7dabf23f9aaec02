import type * as pulumi from "@pulumi/pulumi";
import { agentConfigPath, agentSettings, runtimeFacts, type NeuronRuntime } from "../../contract";
import type { LaunchTemplateArgs } from "./args";
import { awsRequest } from "./aws-request";
import { blockImdsInBridgeMode } from "./block-imds";
import { imagePullSettings, type ImagePull } from "./image-pull";
import { ecrImages, pullAhead } from "./pre-pull";
import { untilEnded, whenEnded } from "./warm-start";

/** The arguments of a launch template that its user data depends on, beside those of the image pull. */
export const userDataArguments = [
    "clusterName",
    "runtime",
    "spotInstanceDraining",
    "warmPoolsCheck",
    "canContainersAccessInstanceRole",
    "extraUserData",
] as const;

/** The arguments of a launch template that its user data depends on. */
export type UserDataArgs = Pick<LaunchTemplateArgs, keyof ImagePull | (typeof userDataArguments)[number]> & {
    readonly runtime: pulumi.Input<NeuronRuntime>;
};

/**
 * The user data of an instance: closes the instance's role to containers, or else ends there; appends to the agent's
 * configuration, pulls images, and runs the caller's own lines. The agent starts after it.
 */
export function inferentiaUserData(args: pulumi.Unwrap<UserDataArgs>): string {
    const { clusterName, runtime, extraUserData, canContainersAccessInstanceRole = false } = args;
    const { warmPoolsCheck = false, prePull = [] } = args;
    const settings = {
        [agentSettings.cluster]: clusterName,
        ...(runtimeFacts[runtime].needsInfSupport && { [agentSettings.infSupport]: true }),
        ...(args.spotInstanceDraining && { [agentSettings.spotInstanceDraining]: true }),
        ...(warmPoolsCheck && { [agentSettings.warmPoolsCheck]: true }),
        ...(!canContainersAccessInstanceRole && { [agentSettings.awsvpcBlockImds]: true }),
        ...imagePullSettings(args, runtime),
    };
    const given = Object.entries(settings).filter(([, value]) => value !== undefined);
    return [
        "#!/bin/bash",
        ...(warmPoolsCheck || ecrImages(prePull).length > 0 ? awsRequest : []),
        ...(warmPoolsCheck ? [...whenEnded, ...untilEnded] : []),
        ...(canContainersAccessInstanceRole ? [] : blockImdsInBridgeMode),
        ...given.map(([name, value]) => `echo ${name}=${String(value)} >> ${agentConfigPath}`),
        ...(prePull.length === 0 ? [] : pullAhead(prePull, args.imagePullTimeout)),
        ...(extraUserData === undefined ? [] : [extraUserData.trimEnd()]),
        "",
    ].join("\n");
}
