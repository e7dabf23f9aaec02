import { componentTypes } from "../../contract";
import { UNKNOWN } from "../../ecs/known";
import { componentContainers } from "./component";
import { readTaskDefinition } from "../../ecs/task/read-task-definition";
import type { ResourceReader } from "./resource-reader";
import type { SourceResource } from "./source-resource";
import type { StackTaskDefinition } from "./stack-resources";

/**
 * Reads a task definition of a stack. Its container definitions may be one text, in which one unknown hides all; what
 * the component around it was given is known by itself.
 */
export function readStackTaskDefinition({ references }: ResourceReader, resource: SourceResource): StackTaskDefinition {
    const { id, properties, places = [] } = resource;
    const parent = properties["containerDefinitions"] === UNKNOWN ? references.parentOf(resource) : undefined;
    const given =
        parent?.type === componentTypes.taskDefinition
            ? { ...properties, containerDefinitions: componentContainers(parent.properties) }
            : properties;
    return { kind: "taskDefinition", id, places, task: readTaskDefinition(given) };
}
