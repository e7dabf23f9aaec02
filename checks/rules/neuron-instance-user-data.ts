import { named } from "../phrasing/names";
import { agentConfigPath, agentSettings, isInf1InstanceType } from "../../contract";
import { overwritesAgentConfig, turnsInferentiaSupportOff, unreadIn } from "../../ecs/shell/agent-config";
import { anyOf, holds, known, Undecided, UNKNOWN, type Known } from "../../ecs/known";
import type { Path } from "../../ecs/path";
import { launchedFrom } from "../stack/instances";
import type { Stack } from "../stack/stack";
import type { LaunchTemplate } from "../stack/stack-resources";
import type { Rule } from "./rule";
import { sources } from "./sources";

export const neuronInstanceUserData: Rule = {
    name: "neuron-instance-user-data",
    summary:
        `The user data of an Inferentia or Trainium instance appends to ${agentConfigPath}, and on Inf1 leaves the ` +
        "agent's Inferentia support on.",
    severity: "high",
    level: "mandatory",
    why:
        `The image, the user and the cluster share ${agentConfigPath}: a script that replaces it loses what stood ` +
        `there before. With ${agentSettings.infSupport}=false no sidecar on Inf1 gets a Neuron device, although ` +
        "every task starts; containers that map their devices do not need it. Where no Inf1 instance is launched, " +
        "it is advice to keep what stands there.",
    fix: `Write to ${agentConfigPath} with >>, and remove lines that set ${agentSettings.infSupport} to false.`,
    sources: [sources.agent, sources.amiScripts],
    *perLaunchTemplate(template, stack) {
        const path = ["userData"];
        const script = known(template.userData, path);
        if (script === undefined) {
            return;
        }
        const overwrites = overwritesAgentConfig(script);
        if (overwrites === true) {
            // Only Runtime 1.x, which only Inf1 has, needs the setting of the AMI that is lost.
            const isAdvice = launchesInf1(template, stack) === false && { isAdvice: true as const };
            yield {
                path,
                subject: `the user data of launch template ${named(template.id)}`,
                problem: `replaces ${agentConfigPath}, and what stands there is lost`,
                remedy: "append to it with >>",
                ...isAdvice,
            };
        }
        const turnsOff = turnsInferentiaSupportOff(script);
        if (turnsOff !== false && known(launchesInf1(template, stack), ["instanceType"]) && isOff(turnsOff, path)) {
            yield {
                path,
                subject: `the user data of launch template ${named(template.id)}`,
                problem: `turns ${agentSettings.infSupport} off, without which no sidecar reaches a chip`,
                remedy: "remove that line",
            };
        }
        if (overwrites === UNKNOWN) {
            throw new Undecided({ path, unread: unreadIn(script) ?? "what only the run tells" });
        }
    },
};

function isOff(turnsOff: Known<boolean>, path: Path): boolean {
    if (turnsOff === UNKNOWN) {
        throw new Undecided({ path, unread: `the variable in ${agentSettings.infSupport}` });
    }
    return turnsOff;
}

/** Whether instances are launched on which a sidecar can run. */
function launchesInf1(template: LaunchTemplate, stack: Stack): Known<boolean> {
    return anyOf(launchedFrom(template, stack), (type) => holds(type, isInf1InstanceType));
}
