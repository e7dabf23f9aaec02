import { misspeltInstanceType, speaksOfInstanceType } from "../cluster-query/attribute-spelling";
import { neuronPlacementOf } from "../cluster-query/neuron-placement";
import { InferentiaInstanceType, instanceTypeAttribute, neuronInstanceTypes, placedOn } from "../../contract";
import { known, Undecided, UNKNOWN, type Known } from "../known";
import type { Path } from "../path";
import type { Constraint } from "./task-definition";

/** A `memberOf` expression that places a task on no Inferentia or Trainium instance, and why. */
export interface NeverMatching {
    readonly path: Path;
    readonly expression: string;
    readonly reason: MatchProblem;
    /** One that can match, of the same family of instances, where it names one. */
    readonly example: string;
}

/**
 * It is no cluster query, or asks for another platform, or is about an attribute that no instance has, or names none of
 * the types that it could.
 */
export type MatchProblem =
    | { readonly kind: "syntax" }
    | { readonly kind: "platform" }
    | { readonly kind: "attribute"; readonly attribute: string }
    | { readonly kind: "types"; readonly types: readonly string[] };

/** The fix, as an expression: `attribute:ecs.instance-type == inf1.xlarge`. */
export const placementExample = placedOn(InferentiaInstanceType.Inf1_XLarge).expression;

/**
 * The expressions that can match no Neuron instance, each by itself. @throws Undecided after them, when one is not
 * known
 */
export function* neverMatching(constraints: Known<readonly Constraint[]>, path: Path): Iterable<NeverMatching> {
    let undecided: Path | undefined;
    for (const [index, { type, expression }] of known(constraints, path).entries()) {
        const at = [...path, index, "expression"];
        if (type === UNKNOWN) {
            undecided ??= [...path, index, "type"];
        } else if (type === "memberOf" && expression === UNKNOWN) {
            undecided ??= at;
        } else if (type === "memberOf" && typeof expression === "string") {
            const reason = problemOf(expression);
            if (reason !== undefined) {
                const example = exampleFor(expression);
                yield { path: at, expression, reason, example };
            }
        }
    }
    if (undecided !== undefined) {
        throw new Undecided({ path: undecided });
    }
}

/** The platform that Neuron instances have, in whatever spelling: of one that names it, more is not told. */
const ownPlatform = /linux|x86_64/i;

/** Why an expression places a task on no Neuron instance; undefined when it can, or says nothing of that. */
function problemOf(expression: string): MatchProblem | undefined {
    const placement = neuronPlacementOf([expression]);
    if (!speaksOfInstanceType(expression)) {
        const isOther = placement?.possible.length === 0 && !ownPlatform.test(expression);
        return isOther ? { kind: "platform" } : undefined;
    }
    if (placement === undefined) {
        return { kind: "syntax" };
    }
    const misspelt = misspeltInstanceType(expression);
    if (misspelt !== undefined) {
        return { kind: "attribute", attribute: misspelt };
    }
    return placement.possible.length === 0 ? { kind: "types", types: valuesFor(expression) } : undefined;
}

/** The types of the families that the expression names, in whatever spelling, or of all. */
function valuesFor(expression: string): readonly string[] {
    const text = expression.toLowerCase();
    const named = neuronInstanceTypes.filter((type) => text.includes(type.slice(0, type.indexOf(".") + 1)));
    return named.length === 0 ? neuronInstanceTypes : named;
}

/** With the type that the expression names, whatever else is wrong with it, or one of its family. */
function exampleFor(expression: string): string {
    const types = valuesFor(expression);
    const meant = types.find((type) => expression.toLowerCase().includes(type)) ?? types[0];
    return `${instanceTypeAttribute} == ${meant}`;
}
