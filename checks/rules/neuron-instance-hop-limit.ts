import { named } from "../phrasing/names";
import { bridgeModeHopLimit } from "../../contract";
import { all, holds, known, Undecided, UNKNOWN, type Known } from "../../ecs/known";
import type { StackTaskDefinition } from "../stack/stack-resources";
import { tasksByTemplate } from "../stack/tasks-by-template";
import { isInferenceTask } from "../../ecs/task/inference-task";
import type { Rule } from "./rule";
import { sources } from "./sources";

export const neuronInstanceHopLimit: Rule = {
    name: "neuron-instance-hop-limit",
    summary:
        `Where containers in bridge mode run, a launch template for Inf1 lets ${bridgeModeHopLimit} hops reach the ` +
        "instance metadata service.",
    severity: "medium",
    level: "advisory",
    why:
        "The bridge is one hop more. With a limit of 1, a container in bridge mode gets no answer from the instance " +
        "metadata service: no region, and no credentials where the task has no role of its own.",
    fix:
        `Set "httpPutResponseHopLimit": ${bridgeModeHopLimit} in the metadata options of the launch template. Where ` +
        "the containers are meant to be kept away from the service, disable this rule.",
    sources: [sources.metadataService, sources.amiScripts],
    *perLaunchTemplate(template, stack) {
        const path = ["metadataOptions", "httpPutResponseHopLimit"];
        const isOff = known(template.httpEndpoint, ["metadataOptions", "httpEndpoint"]) === "disabled";
        const limit = known(template.hopLimit, path);
        if (isOff || limit === undefined || limit >= bridgeModeHopLimit) {
            return;
        }
        const tasks = [...(tasksByTemplate(stack).byTemplate.get(template) ?? [])];
        const task = tasks.find((one) => runsInBridgeMode(one) === true);
        const perhaps = tasks.find((one) => runsInBridgeMode(one) === UNKNOWN);
        if (task !== undefined) {
            yield {
                path,
                subject: template.title,
                given: `lets ${limit} hop reach the instance metadata service`,
                problem: `${named(task.id)} runs in bridge mode, which is one hop more`,
                remedy: `set httpPutResponseHopLimit to ${bridgeModeHopLimit}`,
            };
        } else if (perhaps !== undefined) {
            const { networkMode } = perhaps.task;
            const property = networkMode === UNKNOWN ? "networkMode" : "containerDefinitions";
            throw new Undecided({ path: [property], owner: perhaps.id });
        }
    },
};

/** Bridge mode is the default on instances. */
function runsInBridgeMode({ task }: StackTaskDefinition): Known<boolean> {
    return all([isInferenceTask(task), holds(task.networkMode ?? "bridge", (mode) => mode === "bridge")]);
}
