import { inf1Placement } from "../cluster-query/inf1-placement";
import { known } from "../known";
import type { TaskDefinition } from "../task/task-definition";
import { memberOfExpressions } from "../task/member-of";
import { readingTask, taskOf } from "./inference-service";
import { capacityGroups, instanceTypesOf } from "./instances";
import type { Service } from "./stack-resources";

const path = "placementConstraints";

/**
 * The placement expressions of the service and of its task definition, without those that are wrong by themselves or
 * say nothing of types. @throws Undecided
 */
export function expressionsOf(service: Service): readonly string[] {
    const task = taskOf(service);
    const own = memberOfExpressions(known(service.placementConstraints, path), path);
    const read = ({ placementConstraints }: TaskDefinition) =>
        memberOfExpressions(known(placementConstraints, path), path);
    const further = task === undefined ? [] : readingTask(task, read);
    return [...own, ...further].filter((expression) => (inf1Placement([expression])?.possible.length ?? 0) > 0);
}

/**
 * The types that the service's capacity providers launch; undefined when the stack does not show them all. @throws
 * Undecided
 */
export function launchedTypes(service: Service): readonly string[] | undefined {
    const types = capacityGroups(service)?.map(instanceTypesOf);
    return types?.every((some) => some !== undefined) ? [...new Set(types.flat())] : undefined;
}
