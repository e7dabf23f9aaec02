import { isNeuronInstanceType, mayBeNewNeuronType, neuronInstanceTypes } from "../../contract";
import { speaksOfInstanceType } from "./attribute-spelling";
import { parseClusterQuery, type ClusterQuery } from "./parse";

/** Whether a placement expression speaks of Inferentia or Trainium instances, in whatever spelling. */
export function namesNeuronInstances(expression: string): boolean {
    return speaksOfInstanceType(expression) && /\b(?:inf|trn)(?:\d[a-z]*)?\b/i.test(expression);
}

/** What placement expressions mean for Inferentia and Trainium instances. */
export interface NeuronPlacement {
    /** The types on which they can hold: those that are known, and newer ones that they name. */
    readonly possible: readonly string[];
    /** Whether they can hold on instances of other types too. */
    readonly others: boolean;
}

/** Types of other families, to see whether an expression lets them in. */
const otherTypes = ["m5.large", "c6i.xlarge", "t3.micro", "g4dn.xlarge", "r7g.large"];

const anywhere: NeuronPlacement = { possible: neuronInstanceTypes, others: true };

/** On which instances all of the expressions can hold; undefined when one is not of the cluster query language. */
export function neuronPlacement(expressions: readonly string[]): NeuronPlacement | undefined {
    // Stryker disable next-line ConditionalExpression,BlockStatement: it only saves time, what follows gives the same
    if (expressions.length === 0) {
        return anywhere;
    }
    const queries = queriesOf(expressions);
    if (queries.length < expressions.length) {
        return undefined;
    }
    const canHold = allHold(queries);
    const named = expressions.flatMap(typesIn);
    return {
        possible: [...new Set([...neuronInstanceTypes, ...named.filter(mayBeNewNeuronType)])].filter(canHold),
        others: [...otherTypes, ...named.filter((type) => !isNeuronInstanceType(type))].some(canHold),
    };
}

/**
 * The types to which the expressions hold tasks; undefined when they let them on others than Inferentia and Trainium
 * too, or when one is not of the cluster query language.
 */
export function neuronTypesOnly(expressions: readonly string[]): readonly string[] | undefined {
    const placement = neuronPlacement(expressions);
    return placement?.others === false ? placement.possible : undefined;
}

/** Tells on which types all of the expressions can hold; one that is not of the cluster query language says nothing. */
export function holdsOn(expressions: readonly string[]): (type: string) => boolean {
    return allHold(queriesOf(expressions));
}

function queriesOf(expressions: readonly string[]): readonly ClusterQuery[] {
    return expressions.flatMap((expression) => parseClusterQuery(expression) ?? []);
}

function allHold(queries: readonly ClusterQuery[]): (type: string) => boolean {
    return (type) => queries.every((query) => query(type) !== false);
}

/**
 * The instance types in an expression, in lower case as EC2 has them; a pattern over a family gives one of its sizes.
 */
function typesIn(expression: string): readonly string[] {
    return Array.from(
        expression.matchAll(/\b([a-z]+\d[a-z\d]*(?:-[a-z\d]+)?)\\?\.([a-z\d]*)/g),
        ([, family, size]) => `${family}.${size === "" ? "48xlarge" : size}`,
    );
}
