import { inf1Placement } from "../cluster-query/inf1-placement";
import { inf1InstanceTypes, Inf1InstanceType, instanceTypeAttribute, placedOn } from "../../contract";
import { known, Undecided, UNKNOWN, type Known } from "../known";
import { quoted, type Constraint } from "./task-definition";

/** A `memberOf` expression that places a task on no Inf1 instance, and why. */
export interface NeverMatching {
    readonly path: string;
    /** The expression, quoted. */
    readonly expression: string;
    readonly reason: string;
}

const values = `the attribute has the values ${inf1InstanceTypes.join(", ")}`;

/** The fix, as an expression: `attribute:ecs.instance-type == inf1.xlarge`. */
export const placementExample = placedOn(Inf1InstanceType.Inf1Xlarge).expression;

/**
 * The expressions that can match no Inf1 instance, each by itself. @throws Undecided after them, when one is not known
 */
export function* neverMatching(constraints: Known<readonly Constraint[]>, path: string): Iterable<NeverMatching> {
    let open: string | undefined;
    for (const [index, { type, expression }] of known(constraints, path).entries()) {
        const at = `${path}[${index}].expression`;
        if (type === UNKNOWN) {
            open ??= `${path}[${index}].type`;
        } else if (type === "memberOf" && expression === UNKNOWN) {
            open ??= at;
        } else if (
            type === "memberOf" &&
            typeof expression === "string" &&
            expression.includes(instanceTypeAttribute)
        ) {
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
