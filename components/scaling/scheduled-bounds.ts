import type { Inputs } from "../engine/before-update";
import { isOutput } from "../engine/values";

/**
 * The bounds that times of a schedule change. AWS keeps them in the target itself, so that a refresh reads them: an
 * update would set them back in the middle of the day (terraform-aws-ecs#422).
 */
export function scheduledBounds(schedule: unknown): readonly ("min" | "max")[] {
    const times = Array.isArray(schedule) ? (schedule as object[]) : [];
    return (["min", "max"] as const).filter((bound) =>
        times.some((time) => isOutput(time) || (time as Inputs)[bound] !== undefined),
    );
}

/**
 * Warnings of bounds that the program changes although its schedule changes them.
 *
 * @param scaling The component's name.
 * @param oldInputs Of the component, as are the new ones.
 */
export function ignoredBounds(scaling: string, oldInputs: Inputs, newInputs: Inputs): string[] {
    return scheduledBounds(newInputs["schedule"])
        .filter((bound) => oldInputs[bound] !== newInputs[bound])
        .map(
            (bound) =>
                `Scaling ${JSON.stringify(scaling)}: ${bound} is ${String(newInputs[bound])} now, but its schedule ` +
                `has changed it, or will, and so it stays as it is; change the ${bound} of the schedule's times`,
        );
}
