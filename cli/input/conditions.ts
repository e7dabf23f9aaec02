import type { ConditionValues } from "./document";

/** The most cases that are listed one by one. */
const maxCases = 3;

/**
 * When something holds, in words: `IsProd is true and UseSpot is false`. Undefined when it does in every case.
 *
 * @param cases those in which it holds
 * @param all the cases that there are
 */
export function whenOf(cases: readonly ConditionValues[], all: readonly ConditionValues[]): string | undefined {
    if (cases.length === all.length) {
        return undefined;
    }
    const common = inCommon(cases);
    if (all.filter((one) => fits(one, common)).length === cases.length) {
        return inWords(common);
    }
    const told = cases.slice(0, maxCases).map((one) => inWords(one));
    const more = cases.length - told.length;
    return [...told, ...(more > 0 ? [`in ${more} more case${more === 1 ? "" : "s"}`] : [])].join(", or ");
}

function inCommon(cases: readonly ConditionValues[]): ConditionValues {
    const [first = new Map<string, boolean>(), ...rest] = cases;
    return new Map([...first].filter(([name, value]) => rest.every((one) => one.get(name) === value)));
}

function fits(conditions: ConditionValues, wanted: ConditionValues): boolean {
    return [...wanted].every(([name, value]) => conditions.get(name) === value);
}

function inWords(conditions: ConditionValues): string {
    return [...conditions].map(([name, value]) => `${name} is ${value}`).join(" and ");
}
