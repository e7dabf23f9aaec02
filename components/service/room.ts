import { deploymentSteps, instancesToDeploy } from "../../contract";
import { UNKNOWN, type Known } from "../../ecs/known";
import type { Problems } from "../validation/problems";
import type { ServiceView } from "./view";

/**
 * Adds why a deployment could not end. As `distinctInstance` gives each task an instance of its own, the pool needs an
 * instance to spare, unless a task may be stopped first. A warning would leave a deployment that never ends.
 */
export function checkRoom(view: ServiceView, problems: Problems): void {
    const { desiredCount, minimumHealthyPercent, maximumPercent, maxSize, strategy } = view;
    if (strategy === UNKNOWN || minimumHealthyPercent === UNKNOWN || maximumPercent === UNKNOWN) {
        return;
    }
    const isRolling = strategy === "ROLLING";
    if (isRolling && isStuck(view, minimumHealthyPercent, maximumPercent)) {
        problems.add(
            "deploymentMaximumPercent",
            `is ${maximumPercent}, and deploymentMinimumHealthyPercent is ${minimumHealthyPercent}, so that no ` +
                "deployment could stop or start a task; raise this or lower that",
        );
        return;
    }
    if (desiredCount === UNKNOWN || desiredCount === 0 || maxSize === UNKNOWN) {
        return;
    }
    if (desiredCount > maxSize) {
        problems.add(
            "desiredCount",
            `is ${desiredCount}, but must be at most ${maxSize}, the instances of capacity (maxSize), as each task ` +
                `takes one; raise maxSize to ${desiredCount} or more`,
        );
        return;
    }
    const least = deploymentRoom(view);
    if (least !== UNKNOWN && maxSize < least) {
        problems.add("capacity.maxSize", reason(view, maxSize, least, isRolling));
    }
}

/** The fewest instances with which a deployment of the service ends. */
export function deploymentRoom(view: ServiceView): Known<number> {
    const { desiredCount, minimumHealthyPercent, maximumPercent, strategy } = view;
    return desiredCount === UNKNOWN ||
        strategy === UNKNOWN ||
        minimumHealthyPercent === UNKNOWN ||
        maximumPercent === UNKNOWN
        ? UNKNOWN
        : instancesToDeploy({ desiredCount, minimumHealthyPercent, maximumPercent }, strategy !== "ROLLING");
}

function isStuck({ desiredCount }: ServiceView, minimumHealthyPercent: number, maximumPercent: number): boolean {
    // Of a number of tasks that is not known, or not there yet, only percents that round to nothing tell.
    const tasks = desiredCount === UNKNOWN || desiredCount === 0 ? 100 : desiredCount;
    const { stopsFirst, startsFirst } = deploymentSteps({ desiredCount: tasks, minimumHealthyPercent, maximumPercent });
    return !stopsFirst && !startsFirst;
}

function reason({ staticHostPorts, desiredCount }: ServiceView, maxSize: number, least: number, isRolling: boolean) {
    const ports =
        staticHostPorts === UNKNOWN || staticHostPorts.length === 0
            ? ""
            : ` and its host port${staticHostPorts.length === 1 ? "" : "s"} ${staticHostPorts.join(", ")}`;
    const tasks = desiredCount === 1 ? "the task" : `each of the ${String(desiredCount)} tasks`;
    const spare = isRolling
        ? "a deployment starts a task before it stops one"
        : "a deployment runs all new tasks beside the old ones";
    const other = isRolling ? ", or deploymentMinimumHealthyPercent: 0, which stops a task first" : "";
    return (
        `is ${maxSize}, but must be at least ${least}, as ${tasks} takes an instance${ports}, and ${spare}; ` +
        `give maxSize: ${least}${other}`
    );
}
