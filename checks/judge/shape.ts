import { isWithin, type Path } from "../../ecs/path";
import { propertyText } from "../phrasing/property-text";
import { packPolicies } from "../configuration/policies";
import type { RuleText } from "../rules/rule";
import { sources } from "../rules/sources";
import type { TaskDefinition } from "../../ecs/task/task-definition";
import { nothing, type Outcome } from "./outcome";

/** What cannot be read is refused: AWS would refuse it too, or take it for something else. */
export const shapeRule: RuleText = {
    name: packPolicies.shape,
    level: "mandatory",
    severity: "high",
    summary: "An ECS task definition is of the shape that ECS takes.",
    why: "AWS refuses what it cannot read, or takes it for something else, and no other rule can judge it.",
    fix: "Correct the property that the message names; see the Amazon ECS API Reference, RegisterTaskDefinition.",
    sources: [sources.taskDefinition],
};

export function shapeOutcome({ problems }: TaskDefinition): Outcome {
    if (problems.length === 0) {
        return nothing;
    }
    const violations = problems.map(({ path, reason }) => ({
        path,
        subject: path.length === 0 ? "task definition" : propertyText({ path }),
        problem: reason,
        requirement: "the other rules cannot judge it",
        remedy: "correct it",
    }));
    return { violations, undecided: [] };
}

/** Whether a path is read as unknown because it, or what is around or in it, is of the wrong shape. */
export function isMisshapen(task: TaskDefinition, path: Path): boolean {
    return task.problems.some((problem) => isWithin(problem.path, path) || isWithin(path, problem.path));
}
