import type { Unwrap } from "@pulumi/pulumi";
import { UNKNOWN, type Known } from "../../ecs/known";
import type { WithRecords } from "../engine/record";
import { members } from "../service/service-on-pool";
import type { Accepted } from "../validation/accepted";
import type { Problems } from "../validation/problems";
import type { ScalingArgs } from "./args";

/** The arguments of a scaling as checks across them see them. */
export type ScalingValues = Accepted<Unwrap<WithRecords<ScalingArgs>>>;

/** The fewest and the most tasks, and the path of the object that gives them. */
export interface Bounds {
    readonly path: string;
    readonly min: Known<number> | undefined;
    readonly max: Known<number> | undefined;
}

/** The bounds of the arguments, and of each time of a schedule that is known. */
export function boundsOf({ min, max, schedule = [] }: ScalingValues): readonly Bounds[] {
    const times: readonly Bounds[] = (schedule === UNKNOWN ? [] : schedule).map((time, index) => {
        const of = members(time);
        return { path: `schedule[${index}].`, min: of("min"), max: of("max") };
    });
    return [{ path: "", min, max }, ...times];
}

/**
 * Checks that the fewest tasks are no more than the most, at the beginning and from each time of the schedule on. A
 * time that gives one of the two meets what another time has left; where that does not fit, the time changes nothing.
 *
 * Source: Application Auto Scaling User Guide, "How scheduled scaling for Application Auto Scaling works".
 */
export function checkBounds(args: ScalingValues, problems: Problems): void {
    const bounds = boundsOf(args);
    const highest = Math.max(...bounds.map(({ max }) => (isKnownNumber(max) ? max : max === UNKNOWN ? Infinity : 0)));
    const lowest = Math.min(...bounds.map(({ min }) => (isKnownNumber(min) ? min : min === UNKNOWN ? 0 : Infinity)));
    for (const { path, min, max } of bounds) {
        if (isKnownNumber(min) && isKnownNumber(max) && max < min) {
            problems.add(`${path}max`, `is ${max}, but must be at least min, ${min}; raise this or lower that`);
        } else if (path !== "" && min === undefined && max === undefined) {
            problems.add(path.slice(0, -1), "changes nothing; give min, max or both");
        } else if (isKnownNumber(min) && max === undefined && min > highest) {
            problems.add(
                `${path}min`,
                `is ${min}, but must be at most the most tasks of another time, ${highest}; lower this, or raise ` +
                    "that or give this time a max",
            );
        } else if (isKnownNumber(max) && min === undefined && max < lowest) {
            problems.add(
                `${path}max`,
                `is ${max}, but must be at least the fewest tasks of another time, ${lowest}; raise this, or lower ` +
                    "that or give this time a min",
            );
        }
    }
}

export function isKnownNumber(value: Known<number> | undefined): value is number {
    return typeof value === "number";
}
