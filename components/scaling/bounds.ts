import type { Unwrap } from "@pulumi/pulumi";
import { UNKNOWN, type Known } from "../../ecs/known";
import type { WithRecords } from "../engine/record";
import { members } from "../service/service-on-pool";
import type { Accepted } from "../validation/accepted";
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
