import {
    agentConfigPath,
    agentSettings,
    blockImdsInBridgeMode,
    runtimeFacts,
    type NeuronRuntime,
} from "../../contract";

/** What user data is made of. */
export interface UserData {
    readonly clusterName: string;
    readonly runtime: NeuronRuntime;
    readonly spotInstanceDraining: boolean;
    readonly canContainersAccessInstanceRole: boolean;
    readonly extraUserData: string | undefined;
}

/**
 * The user data of an instance: appends to the agent's configuration, closes the instance's role to containers, and
 * runs the caller's own lines. The agent starts after it.
 */
export function inferentiaUserData(from: UserData): string {
    const settings = {
        [agentSettings.cluster]: from.clusterName,
        ...(runtimeFacts[from.runtime].needsInfSupport && { [agentSettings.infSupport]: true }),
        ...(from.spotInstanceDraining && { [agentSettings.spotInstanceDraining]: true }),
        ...(!from.canContainersAccessInstanceRole && { [agentSettings.awsvpcBlockImds]: true }),
    };
    return [
        "#!/bin/bash",
        ...Object.entries(settings).map(([name, value]) => `echo ${name}=${String(value)} >> ${agentConfigPath}`),
        ...(from.canContainersAccessInstanceRole ? [] : blockImdsInBridgeMode),
        ...(from.extraUserData === undefined ? [] : [from.extraUserData.trimEnd()]),
        "",
    ].join("\n");
}
