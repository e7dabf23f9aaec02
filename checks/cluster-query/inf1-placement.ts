import { inf1InstanceTypes, instanceTypeAttribute, type Inf1InstanceType } from "../../contract";
import { parseClusterQuery, type ClusterQuery } from "./parse";

/** Whether a placement expression speaks of Inf1, in whatever spelling. */
export function namesInf1(expression: string): boolean {
    return expression.includes(instanceTypeAttribute) && /\binf1\b/i.test(expression);
}

/** What a placement expression means for Inf1. */
export interface Inf1Placement {
    /** The Inf1 types on which it can hold. */
    readonly possible: readonly Inf1InstanceType[];
    /** Whether it can hold on instances of other types too. */
    readonly others: boolean;
}

/** Types of other families, to see whether an expression lets them in. */
const otherTypes = ["m5.large", "c6i.xlarge", "t3.micro", "g4dn.xlarge", "inf2.xlarge", "trn1.2xlarge", "r7g.large"];

/** On which instances all of the expressions can hold; undefined when one is not of the cluster query language. */
export function inf1Placement(expressions: readonly string[]): Inf1Placement | undefined {
    const queries: ClusterQuery[] = [];
    for (const expression of expressions) {
        const query = parseClusterQuery(expression);
        if (query === undefined) {
            return undefined;
        }
        queries.push(query);
    }
    const canHold = (type: string) => queries.every((query) => query(type) !== false);
    return { possible: inf1InstanceTypes.filter(canHold), others: otherTypes.some(canHold) };
}
