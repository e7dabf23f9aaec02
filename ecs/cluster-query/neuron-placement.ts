import { isNeuronInstanceType, mayBeNewNeuronType, neuronInstanceTypes } from "../../contract";
import { asMeant, speaksOfInstanceType } from "./attribute-spelling";
import { instanceOf } from "./instance";
import { memoOfLast } from "../memo";
import { parseClusterQuery, type ClusterQuery } from "./parse";

/** What placement expressions mean for Inferentia and Trainium instances. */
export interface NeuronPlacement {
    /** The types on which they can hold: those that are known, and newer ones that they name. */
    readonly possible: readonly string[];
    /** Whether they can hold on instances of other types too. */
    readonly others: boolean;
}

/** Types of other families, to see whether an expression lets them in. */
const otherTypes = (
    "m5.large m6i.xlarge m7g.medium c5.xlarge c6i.xlarge c7a.large t3.micro t4g.small r5.large r7g.large g4dn.xlarge " +
    "g5.xlarge g6.2xlarge p3.2xlarge p4d.24xlarge p5.48xlarge dl1.24xlarge vt1.3xlarge f1.2xlarge i3.large i4i.large " +
    "d3.xlarge x1.16xlarge z1d.large hpc7a.12xlarge"
).split(" ");

const anywhere: NeuronPlacement = { possible: neuronInstanceTypes, others: true };

/** On which instances all of the expressions can hold; undefined when one is not of the cluster query language. */
export function neuronPlacementOf(expressions: readonly string[]): NeuronPlacement | undefined {
    // Stryker disable next-line ConditionalExpression,BlockStatement: it only saves time, what follows gives the same
    if (expressions.length === 0) {
        return anywhere;
    }
    return placementOf(JSON.stringify(expressions));
}

/** Several rules ask of the same expressions, and so do the tasks of one folder. */
const placementOf = memoOfLast((text: string): NeuronPlacement | undefined => {
    const expressions = JSON.parse(text) as readonly string[];
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
});

/**
 * The types to which the expressions hold tasks; undefined when they let them on others than Inferentia and Trainium
 * too, or when one is not of the cluster query language.
 */
export function neuronTypesOnly(expressions: readonly string[]): readonly string[] | undefined {
    const placement = neuronPlacementOf(expressions);
    return placement?.others === false ? placement.possible : undefined;
}

/**
 * Whether expressions ask for Inferentia or Trainium: together they hold on such instances only. One that names them to
 * keep tasks off does not. What is written wrongly counts as it is meant.
 */
export function askForNeuron(expressions: readonly string[]): boolean {
    const meant = expressions.map(asMeant);
    const placement = neuronPlacementOf(meant.filter((expression) => parseClusterQuery(expression) !== undefined));
    return (
        meant.some((one) => namesNeuron(one) && parseClusterQuery(one) === undefined && !/!|\bnot/.test(one)) ||
        (placement?.others === false && (placement.possible.length > 0 || meant.some(namesNeuron)))
    );
}

/** Whether an expression names Inferentia or Trainium instances, be it none that there is. */
function namesNeuron(expression: string): boolean {
    return speaksOfInstanceType(expression) && /\b(?:inf|trn)(?:\d[a-z]*)?\b/.test(expression);
}

function queriesOf(expressions: readonly string[]): readonly ClusterQuery[] {
    return expressions.flatMap((expression) => parseClusterQuery(expression) ?? []);
}

function allHold(queries: readonly ClusterQuery[]): (type: string) => boolean {
    return (type) => {
        const instance = instanceOf({ instanceType: type });
        return queries.every((query) => query(instance) !== false);
    };
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
