import { UNKNOWN } from "../../../../checks";
import { field, isFields, itemsOf } from "../../document";
import { defaultCase, type Case } from "./case";
import { ConditionReader, otherValue } from "./condition";
import { asParameter, defaultOf } from "./parameter";

/** More values of parameters, or more cases, are not tried one by one. */
const maxAssignments = 2048;
const maxCases = 64;

type Assignment = ReadonlyMap<string, unknown>;

/**
 * The ways in which a template can be deployed, as far as some of its conditions tell them apart: those to which values
 * of its parameters lead, so that no two conditions contradict each other. The one by the defaults is the first.
 * Undefined when there are too many.
 */
export function casesOf(template: unknown, names: readonly string[]): readonly Case[] | undefined {
    if (names.length === 0) {
        return [defaultCase];
    }
    const choices = choicesOf(template, names);
    const assignments = product(choices);
    if (assignments === undefined) {
        return undefined;
    }
    const found = new Map<string, { conditions: Case["conditions"]; assignments: Assignment[] }>();
    for (const values of assignments) {
        const reader = new ConditionReader(template, values);
        for (const conditions of vectors(
            names,
            names.map((name) => reader.isTrue(name)),
        )) {
            const key = [...conditions.values()].join();
            const known = found.get(key) ?? { conditions, assignments: [] };
            known.assignments.push(values);
            found.set(key, known);
        }
        if (found.size > maxCases) {
            return undefined;
        }
    }
    return [...found.values()].map((one) => ({
        conditions: one.conditions,
        parameters: parametersOf(template, one.assignments),
    }));
}

/** The values to try for each parameter to which a condition compares: its default first, and one besides all. */
function choicesOf(template: unknown, names: readonly string[]): ReadonlyMap<string, readonly unknown[]> {
    const compared = new Map<string, Set<string>>();
    const seen = new Set<string>();
    const visit = (expression: unknown): void => {
        if (Array.isArray(expression)) {
            expression.forEach(visit);
        } else if (isFields(expression)) {
            const operands = field(expression, "Fn::Equals");
            const list = itemsOf(operands);
            const literals = list.filter((one) => typeof one !== "object").map(String);
            for (const name of list.map((one) => field(one, "Ref")).filter((one) => typeof one === "string")) {
                compared.set(name, new Set([...(compared.get(name) ?? []), ...literals]));
            }
            visitCondition(field(expression, "Condition"));
            Object.values(expression).forEach(visit);
        }
    };
    const visitCondition = (name: unknown): void => {
        if (typeof name === "string" && !seen.has(name)) {
            seen.add(name);
            visit(field(template, "Conditions", name));
        }
    };
    names.forEach(visitCondition);
    return new Map([...compared].map(([name, literals]) => [name, valuesOf(template, name, [...literals])]));
}

function valuesOf(template: unknown, name: string, literals: readonly string[]): readonly unknown[] {
    const parameter = field(template, "Parameters", name);
    const given = defaultOf(parameter);
    const defaults = typeof given === "string" ? [given] : [];
    const allowed = field(parameter, "AllowedValues");
    if (!Array.isArray(allowed)) {
        return [...new Set([...defaults, ...literals]), otherValue];
    }
    const texts = allowed.map(String);
    const named = [...new Set([...defaults, ...literals.filter((one) => texts.includes(one))])];
    return texts.every((one) => named.includes(one)) ? named : [...named, otherValue];
}

function product(choices: ReadonlyMap<string, readonly unknown[]>): readonly Assignment[] | undefined {
    let assignments: readonly Assignment[] = [new Map()];
    for (const [name, values] of choices) {
        if (assignments.length * values.length > maxAssignments) {
            return undefined;
        }
        assignments = assignments.flatMap((one) => values.map((value) => new Map([...one, [name, value]])));
    }
    return assignments;
}

/** The conditions with their values; those that are not known are both. */
function vectors(names: readonly string[], values: readonly (boolean | undefined)[]): readonly Case["conditions"][] {
    return names.reduce<readonly Case["conditions"][]>(
        (found, name, index) => {
            const value = values[index];
            const both = value === undefined ? [true, false] : [value];
            return found.flatMap((one) => both.map((either) => new Map([...one, [name, either]])));
        },
        [new Map()],
    );
}

/** Of the values that lead to a case, the nearest to the defaults; what they still leave unsaid is not known. */
function parametersOf(template: unknown, assignments: readonly Assignment[]): Case["parameters"] {
    const isDefault = (name: string, value: unknown) => defaultOf(field(template, "Parameters", name)) === value;
    const distance = (one: Assignment) => [...one].filter(([name, value]) => !isDefault(name, value)).length;
    const least = Math.min(...assignments.map(distance));
    const nearest = assignments.filter((one) => distance(one) === least);
    const [first = new Map<string, unknown>()] = nearest;
    return new Map(
        [...first].map(([name, value]) => {
            const type = String(field(template, "Parameters", name, "Type"));
            const isUnknown = value === otherValue || nearest.some((one) => one.get(name) !== value);
            return [name, isUnknown ? UNKNOWN : asParameter(String(value), type)] as const;
        }),
    );
}
