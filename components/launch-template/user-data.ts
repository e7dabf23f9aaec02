import { agentConfigPath, agentSettings } from "../../contract";

/**
 * The user data of an Inf1 instance: joins the cluster by appending to the agent's configuration, then runs the
 * caller's own lines.
 */
export function inf1UserData(clusterName: string, extraUserData?: string): string {
    const settings = [`${agentSettings.cluster}=${clusterName}`, `${agentSettings.infSupport}=true`];
    const lines = ["#!/bin/bash", ...settings.map((setting) => `echo ${setting} >> ${agentConfigPath}`)];
    return [...lines, ...(extraUserData === undefined ? [] : [extraUserData.trimEnd()]), ""].join("\n");
}
