import type { Unwrap } from "@pulumi/pulumi";
import { agentConfigPath, agentSettings, defaultRuntime, runtimeFacts } from "../../contract";
import type { LaunchTemplateArgs } from "./args";
import { blockImdsInBridgeMode } from "./block-imds";

/** The arguments of a launch template that its user data depends on. */
export type UserDataArgs = Pick<
    LaunchTemplateArgs,
    "clusterName" | "runtime" | "spotInstanceDraining" | "canContainersAccessInstanceRole" | "extraUserData"
>;

/**
 * The user data of an instance: closes the instance's role to containers, or else ends there; appends to the agent's
 * configuration, and runs the caller's own lines. The agent starts after it.
 */
export function inferentiaUserData(args: Unwrap<UserDataArgs>): string {
    const { clusterName, runtime = defaultRuntime, extraUserData, canContainersAccessInstanceRole = false } = args;
    const settings = {
        [agentSettings.cluster]: clusterName,
        ...(runtimeFacts[runtime].needsInfSupport && { [agentSettings.infSupport]: true }),
        ...(args.spotInstanceDraining && { [agentSettings.spotInstanceDraining]: true }),
        ...(!canContainersAccessInstanceRole && { [agentSettings.awsvpcBlockImds]: true }),
    };
    return [
        "#!/bin/bash",
        ...(canContainersAccessInstanceRole ? [] : blockImdsInBridgeMode),
        ...Object.entries(settings).map(([name, value]) => `echo ${name}=${String(value)} >> ${agentConfigPath}`),
        ...(extraUserData === undefined ? [] : [extraUserData.trimEnd()]),
        "",
    ].join("\n");
}
