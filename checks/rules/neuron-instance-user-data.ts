import { agentConfigPath, agentSettings, overwritesAgentConfig, turnsInferentiaSupportOff } from "../../contract";
import { known } from "../known";
import { named } from "../stack/stack-resources";
import type { Rule } from "./rule";
import { sources } from "./sources";

export const neuronInstanceUserData: Rule = {
    name: "neuron-instance-user-data",
    summary:
        `The user data of an Inf1 instance appends to ${agentConfigPath}, ` +
        "and leaves the agent's Inferentia support on.",
    severity: "high",
    level: "mandatory",
    why:
        `The image, the user and the cluster share ${agentConfigPath}: a script that replaces it loses what stood ` +
        `there before. With ${agentSettings.infSupport}=false no container gets a Neuron device, although every task ` +
        "starts.",
    fix: `Write to ${agentConfigPath} with >>, and remove lines that set ${agentSettings.infSupport} to false.`,
    sources: [sources.agent, sources.amiScripts],
    *perLaunchTemplate(template) {
        const path = "userData";
        const script = known(template.userData, path);
        if (script === undefined) {
            return;
        }
        if (overwritesAgentConfig(script)) {
            yield {
                path,
                message:
                    `the user data of launch template ${named(template.id)} replaces ${agentConfigPath}, and what ` +
                    "stands there is lost: append to it with >>",
            };
        }
        if (turnsInferentiaSupportOff(script)) {
            yield {
                path,
                message:
                    `the user data of launch template ${named(template.id)} turns ${agentSettings.infSupport} off, ` +
                    "without which no task reaches a chip: remove that line",
            };
        }
    },
};
