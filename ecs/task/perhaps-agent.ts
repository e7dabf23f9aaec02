import { imageRepository } from "../../contract/image";
import { anyOf, holds, UNKNOWN, type Known } from "../known";
import type { Property } from "../path";
import { bystanderReason } from "./bystanders";
import { isNamedForNeuron } from "./signs";
import type { Container } from "./task-definition";

/**
 * MiB above which no agent reserves: those that are published for ECS take up to 1,024 (the task definitions of
 * CloudWatch's, Datadog's, New Relic's, Splunk's and CrowdStrike's agents).
 */
const maxAgentMiB = 2048;

/** What agents, and nothing that serves a model, are called, whoever wrote them. */
const agentName =
    /(?:^|[-_/])(?:agent|collector|daemon|exporter|forwarder|logger|logs?|metrics|monitor|proxy|shipper|sidecar|watchdog|watcher)$/i;

/** What models, their servers and their settings are called. */
const modelName = /model|neuron|infer(?!entia)|predict|serving|(?:^|[-_/])(?:llm|vllm|bert|worker)(?:[-_.]|$)/i;

/**
 * Whether a container may stand on an instance for the instance and not for its chips, as an agent of whatever maker:
 * it is called one, or nothing says that it serves, as a port, a name, the memory of a model or privileges would.
 */
export function mayBeAgent(container: Container): boolean {
    return isCalledAgent(container) || !signsOfModel(container).some(([answer]) => answer === true);
}

/** What is not known, or not read, of a container that may be an agent. */
export function perhapsAgent(container: Container): readonly Property[] {
    const { path } = container;
    const unknown = isCalledAgent(container) ? [] : signsOfModel(container).filter(([answer]) => answer === UNKNOWN);
    return unknown.length > 0
        ? unknown.map(([, key]) => ({ path: [...path, key] }))
        : [{ path: [...path, "image"], unread: "what it runs" }];
}

function isCalledAgent(container: Container): boolean {
    const { name, image } = container;
    const isCalled = (one: string) => agentName.test(one);
    return (
        bystanderReason(container) !== undefined ||
        holds(name, isCalled) === true ||
        holds(image, (one) => isCalled(imageRepository(one))) === true
    );
}

/** What says that a container serves, each with its key. */
function signsOfModel(container: Container): readonly [Known<boolean>, string][] {
    const { name, image, portMappings, memory, memoryReservation, environment, privileged } = container;
    const isModels = (one: string) => modelName.test(one);
    const isLarge = (mebibytes: number) => mebibytes > maxAgentMiB;
    return [
        [holds(name, isModels), "name"],
        [holds(image, (one) => isNamedForNeuron(one) || isModels(imageRepository(one))), "image"],
        [anyOf(environment, (variable) => holds(variable.name, isModels)), "environment"],
        [anyOf(portMappings, () => true), "portMappings"],
        [holds(memory, isLarge), "memory"],
        [holds(memoryReservation, isLarge), "memoryReservation"],
        [privileged, "privileged"],
    ];
}
