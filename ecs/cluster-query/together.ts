import { all, UNKNOWN, type Known } from "../known";
import { ANOTHER, type Instance } from "./instance";
import { parseExpression } from "./parse";

/** More ways than these for what is not known, and it is not decided whether one of them would do. */
const maxCombinations = 512;

/** Whether all of the expressions hold on an instance; one that is not of the cluster query language says nothing. */
export function holdOn(expressions: readonly string[], instance: Instance): Known<boolean> {
    return all(expressions.flatMap((one) => parseExpression(one)?.query(instance) ?? []));
}

/**
 * Whether all of the expressions can hold on one instance, whatever those of its attributes are that are not known. So
 * no instance is in two zones, and none has two values of one attribute.
 */
export function canHoldTogether(expressions: readonly string[], instance: Instance): boolean {
    const values = new Map<string, (string | typeof ANOTHER | undefined)[]>();
    for (const [subject, named] of expressions.flatMap((one) => [...(parseExpression(one)?.values ?? [])])) {
        if (subject.startsWith("attribute:") && instance(subject) === UNKNOWN) {
            values.set(subject, [...(values.get(subject) ?? [ANOTHER, undefined]), ...named]);
        }
    }
    const combinations = [...values.values()].reduce((product, { length }) => product * length, 1);
    const given = [...values].reduce<readonly Instance[]>(
        (instances, [subject, each]) =>
            instances.flatMap((one) =>
                each.map(
                    (value): Instance =>
                        (asked) =>
                            asked === subject ? value : one(asked),
                ),
            ),
        combinations > maxCombinations ? [] : [instance],
    );
    return combinations > maxCombinations || given.some((one) => holdOn(expressions, one) !== false);
}
