import { UNKNOWN, whenKnown } from "../../ecs/known";
import { isWithin, type Path } from "../../ecs/path";
import type { CheckedResource } from "../stack/stack-resources";
import { rolesOf } from "../../ecs/task/roles";
import { runtimeOf } from "../../ecs/task/runtime";
import type { Container, TaskDefinition } from "../../ecs/task/task-definition";
import type { Finding } from "./finding";

/** What a path of a resource says: the container in which it stands, the part that this plays, and the runtime. */
export function aboutPath(resource: CheckedResource, path: Path): Pick<Finding, "container" | "role" | "runtime"> {
    if (resource.kind !== "taskDefinition") {
        return {};
    }
    const { task } = resource;
    const container = containerOf(resource, path);
    const name = container?.name;
    const runtime = whenKnown(() => runtimeOf(task));
    const role = roleOf(container, task);
    return {
        ...(typeof name === "string" && name !== "" && { container: name }),
        ...(role !== undefined && { role }),
        ...(runtime !== UNKNOWN && { runtime }),
    };
}

function containerOf(resource: CheckedResource, path: Path): Container | undefined {
    return resource.kind !== "taskDefinition" || resource.task.containers === UNKNOWN
        ? undefined
        : resource.task.containers.find((one) => isWithin(path, one.path));
}

function roleOf(container: Container | undefined, task: TaskDefinition): Finding["role"] {
    const role = whenKnown(() => rolesOf(task).all.find((one) => one.container === container));
    return role === UNKNOWN || role === undefined || role.part === UNKNOWN
        ? undefined
        : { part: role.part, reason: role.reason };
}
