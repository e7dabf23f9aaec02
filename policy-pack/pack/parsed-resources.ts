import { isDeepStrictEqual } from "node:util";
import type { ResourceValidationArgs } from "@pulumi/policy";
import { readTaskDefinition } from "../task-definition/read";
import type { TaskDefinition } from "../task-definition/model";
import { plainInputs } from "./plain";

/** The resource types that carry an ECS task definition. */
const taskDefinitionTypes: readonly string[] = ["aws:ecs/taskDefinition:TaskDefinition", "aws-native:ecs:TaskDefinition"];

/** The engine asks resource by resource, but several at once: so many are kept. */
const mostKept = 64;

interface Kept {
    readonly inputs: Record<string, unknown>;
    readonly task: TaskDefinition;
}

const kept = new Map<string, Kept>();

/**
 * The task definition of a resource; undefined for resources of other types. It is parsed once for all rules: each of
 * them is handed a copy of its own, so that what was kept for the URN is compared with the inputs.
 */
export function taskDefinitionOf({ type, urn, props }: Pick<ResourceValidationArgs, "type" | "urn" | "props">): TaskDefinition | undefined {
    if (!taskDefinitionTypes.includes(type)) {
        return undefined;
    }
    const inputs = plainInputs(props);
    const before = kept.get(urn);
    if (before !== undefined && isDeepStrictEqual(before.inputs, inputs)) {
        return before.task;
    }
    const task = readTaskDefinition(inputs);
    kept.delete(urn);
    kept.set(urn, { inputs, task });
    for (const oldest of kept.keys()) {
        if (kept.size <= mostKept) {
            break;
        }
        kept.delete(oldest);
    }
    return task;
}
