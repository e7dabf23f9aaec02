import { inf1InstanceTypes, inf1Placement, instanceTypeAttribute, placedOn } from "../../contract";
import { Undecided, UNKNOWN, type Known } from "../knowledge";
import { quoted, type Constraint } from "./model";

/** A `memberOf` expression that places a task on no Inf1 instance, and why. */
export interface NeverMatching {
    readonly path: string;
    /** The expression, quoted. */
    readonly expression: string;
    readonly reason: string;
}

const values = `the attribute has the values ${inf1InstanceTypes.join(", ")}`;

/** The fix, as an expression: `attribute:ecs.instance-type == inf1.xlarge`. */
export const placementExample = placedOn(inf1InstanceTypes[0] ?? "inf1.xlarge").expression;

/** The expressions that can match no Inf1 instance, each by itself. @throws Undecided after them, when one is not known */
export function* neverMatching(constraints: Known<readonly Constraint[]>, path: string): Iterable<NeverMatching> {
    const list = constraints === UNKNOWN ? [{ type: UNKNOWN, expression: UNKNOWN } as const] : constraints;
    let open: string | undefined;
    for (const [index, { type, expression }] of list.entries()) {
        const at = constraints === UNKNOWN ? path : `${path}[${index}].expression`;
        if (type === UNKNOWN || (type === "memberOf" && expression === UNKNOWN)) {
            open ??= at;
        } else if (type === "memberOf" && typeof expression === "string" && expression.includes(instanceTypeAttribute)) {
            const placement = inf1Placement([expression]);
            if (placement === undefined) {
                yield { path: at, expression: quoted(expression), reason: "is none of the cluster query language" };
            } else if (placement.possible.length === 0) {
                yield { path: at, expression: quoted(expression), reason: `can match no Inf1 instance: ${values}` };
            }
        }
    }
    if (open !== undefined) {
        throw new Undecided(open);
    }
}
