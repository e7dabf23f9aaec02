import {
    agentConfigPath,
    agentSettings,
    amiSupportsRuntime1,
    dockerConfigPath,
    isInf1InstanceType,
    neuronDockerConfigPath,
    neuronEnvironment,
    Runtime,
} from "../../contract";
import { readAgentSettings } from "../../ecs/pool/agent-settings";
import { agentWait } from "../../ecs/pool/agent-wait";
import { dockerConfig } from "../../ecs/pool/docker-config";
import { replacesFile } from "../../ecs/pool/replaced-file";
import { userDataParts } from "../../ecs/shell/user-data";
import { all, anyOf, holds, inParts, known, not, Undecided, UNKNOWN, whenKnown, type Known } from "../../ecs/known";
import { meansRuntime } from "../../ecs/task/runtime";
import type { TaskDefinition } from "../../ecs/task/task-definition";
import { launchedFrom } from "../stack/instances";
import type { Stack } from "../stack/stack";
import type { LaunchTemplate } from "../stack/stack-resources";
import { tasksByTemplate } from "../stack/tasks-by-template";
import type { Rule, Violation } from "./rule";
import { sources } from "./sources";

export const neuronInstanceUserData: Rule = {
    name: "neuron-instance-user-data",
    summary:
        `The user data of an Inferentia or Trainium instance appends to ${agentConfigPath}, on Inf1 leaves the ` +
        "agent's Inferentia support on, leaves Docker's default runtime alone, and does not wait for the agent.",
    severity: "high",
    level: "mandatory",
    why:
        `The image, the user and the cluster share ${agentConfigPath}: a script that replaces it loses what stood ` +
        `there before. With ${agentSettings.infSupport}=false no sidecar on Inf1 gets a Neuron device, although ` +
        "every task starts; containers that map their devices do not need it. Where no Inf1 instance is launched, or " +
        `only such tasks run there, it is advice to keep what stands there. ${neuronDockerConfigPath} makes Neuron's ` +
        `hook the runtime of every container; with it the agent did not start on a Neuron AMI. To merge another ` +
        `${dockerConfigPath} is advice. ` +
        "The agent starts after cloud-init's last stage, in which user data runs: a script that starts the agent and " +
        "waits for it, or loops until it answers, never ends, and the instance never joins the cluster. A request " +
        "outside of such a loop gets no answer, and is told as advice. Where a script changes the agent's unit, or " +
        "starts an agent of its own, the rule does not decide; for an own image with another unit, switch it off.",
    fix:
        `Write to ${agentConfigPath} with >>, and remove lines that set ${agentSettings.infSupport} to false. Merge ` +
        `into ${dockerConfigPath}. Leave the start of the agent to the image, or use systemctl with --no-block; wait ` +
        "for it in a systemd unit, or in the background.",
    sources: [sources.agent, sources.amiScripts, sources.agentInstall, sources.agentUnit, sources.dockerConfigReport],
    *perLaunchTemplate(template, stack) {
        const path = ["userData"];
        const script = known(template.userData, path);
        if (script === undefined) {
            return;
        }
        const subject = `the user data of ${template.title}`;
        const found = (problem: string, remedy: string, isAdvice: boolean): Violation => ({
            ...{ path, subject, problem, remedy },
            ...(isAdvice && { isAdvice }),
        });
        const decided = (answer: Known<boolean>, unread?: string) => {
            if (answer === UNKNOWN) {
                const part = userDataParts(script).find((one) => one.unread !== undefined);
                throw new Undecided({ path, unread: unread ?? part?.unread ?? "what only the run tells" });
            }
            return answer;
        };
        yield* inParts<Violation>(
            function* () {
                if (decided(replacesFile(script, agentConfigPath))) {
                    // Only Runtime 1.x, which only Inf1 has, needs the setting of the AMI that is lost.
                    const isAdvice = needsInfSupport(template, stack) === false;
                    const problem = `replaces ${agentConfigPath}, and what stands there is lost`;
                    yield found(problem, "append to it with >>", isAdvice);
                }
            },
            function* () {
                const { isInfSupportOff } = readAgentSettings(script);
                const isOff = isInfSupportOff !== false && known(needsInfSupport(template, stack), ["instanceType"]);
                if (isOff && decided(isInfSupportOff, `the variable in ${agentSettings.infSupport}`)) {
                    const problem = `turns ${agentSettings.infSupport} off, without which no sidecar reaches a chip`;
                    yield found(problem, "remove that line", false);
                }
            },
            function* () {
                const { isReplaced, isNeuronDefault } = dockerConfig(script);
                if (decided(isNeuronDefault)) {
                    const problem = "makes Neuron's hook the runtime of every container, also of the ECS agent";
                    yield found(`${problem}, which may then not start`, `leave ${dockerConfigPath} as it is`, false);
                } else if (decided(isReplaced)) {
                    yield found(`replaces ${dockerConfigPath}, and what stands there is lost`, "merge into it", true);
                }
            },
            function* () {
                const { isEndless, asksAgent, unread } = agentWait(script);
                const starts = "which starts only after user data has ended";
                if (decided(isEndless, unread)) {
                    const remedy = "start it with systemctl --no-block, and wait for it in the background or in a unit";
                    yield found(`waits for ever for the ECS agent, ${starts}`, remedy, false);
                } else if (asksAgent) {
                    yield found(`asks the ECS agent, ${starts}`, "ask it in the background or in a unit", true);
                }
            },
        );
    },
};

/**
 * Whether instances are launched on which a sidecar can run, and may: not where all tasks that the stack runs on them
 * map their devices. @throws Undecided while such tasks may yet be shown
 */
function needsInfSupport(template: LaunchTemplate, stack: Stack): Known<boolean> {
    const isOnInf1 = anyOf(launchedFrom(template, stack), (type) => holds(type, isInf1InstanceType));
    if (isOnInf1 !== false && !stack.isComplete) {
        // Whoever takes an image with a driver for Runtime 1.x runs sidecars.
        if (holds(template.imageParameter, (one) => amiSupportsRuntime1(one) === true) === true) {
            return isOnInf1;
        }
        throw new Undecided({ path: ["taskDefinition"] });
    }
    const tasks = whenKnown(() => tasksByTemplate(stack).byTemplate.get(template));
    const mapDevices: Known<boolean> =
        tasks === UNKNOWN
            ? UNKNOWN
            : tasks === undefined
              ? false
              : all([...tasks].map(({ task }) => mapsDevices(task)));
    return all([isOnInf1, not(mapDevices)]);
}

function mapsDevices(task: TaskDefinition): Known<boolean> {
    const { containers } = task;
    const isHook = (name: string) => name === neuronEnvironment.visibleDevices;
    const usesHook = anyOf(containers, ({ environment }) => anyOf(environment, ({ name }) => holds(name, isHook)));
    return all([meansRuntime(task, Runtime.Libnrt), not(usesHook)]);
}
