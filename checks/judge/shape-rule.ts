import { packPolicies } from "../configuration/policies";
import type { ShapeProblem, TaskDefinition } from "../task/task-definition";

/** What cannot be read is refused: AWS would refuse it too, or take it for something else. */
export const shapeRule = {
    name: packPolicies.shape,
    level: "mandatory",
    summary: "An ECS task definition is of the shape that ECS takes.",
} as const;

export function shapeMessage({ path, reason }: ShapeProblem): string {
    return `${path} ${reason}; the other rules cannot judge it: correct it`;
}

/** Whether a path is read as unknown because it, or what is around or in it, is of the wrong shape. */
export function isMisshapen(task: TaskDefinition, path: string): boolean {
    return task.problems.some((problem) => problem.path.startsWith(path) || path.startsWith(problem.path));
}
