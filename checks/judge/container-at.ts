import { UNKNOWN } from "../known";
import type { JudgedResource } from "../stack/stack-resources";
import { label, type Container } from "../task/task-definition";

/** The name of the container in which a path of a resource stands, if it stands in one that has a name. */
export function containerAt(resource: JudgedResource, path: string): string | undefined {
    const name = containerOf(resource, path)?.name;
    return typeof name === "string" && name !== "" ? name : undefined;
}

/** What a path says already of what a message is about, in the words of messages. */
export function subjectAt(resource: JudgedResource, path: string): string | undefined {
    const container = containerOf(resource, path);
    return container === undefined ? undefined : label(container);
}

function containerOf(resource: JudgedResource, path: string): Container | undefined {
    const index = /^containerDefinitions\[(\d+)\]/.exec(path)?.[1];
    return index === undefined || resource.kind !== "taskDefinition" || resource.task.containers === UNKNOWN
        ? undefined
        : resource.task.containers[Number(index)];
}
