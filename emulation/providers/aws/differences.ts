import { isDeepStrictEqual } from "node:util";
import type { Properties, Property, Values } from "./property";
import { holdsUnknown } from "./unknown";
import { isObject } from "./values";

export interface Difference {
    /** The name of the property at the top. */
    readonly property: string;
    readonly replaces: boolean;
}

/** What differs in meaning between two sets of inputs, and which of that replaces the resource. */
export function differences(properties: Properties, olds: Values, news: Values): Difference[] {
    const found: Difference[] = [];
    for (const [name, property] of Object.entries(properties)) {
        if (isUnchanged(name, property, olds, news)) {
            continue;
        }
        found.push({ property: name, replaces: replaces(property, olds[name], news[name]) });
    }
    return found;
}

function isUnchanged(name: string, property: Property, olds: Values, news: Values): boolean {
    const now = news[name];
    if (property.computed === true && now === undefined) {
        return true;
    }
    const completed = withAnswers(property, olds[name], now);
    return (
        !holdsUnknown(now) && isDeepStrictEqual(meaning(property, olds[name], olds), meaning(property, completed, news))
    );
}

/** The value with what AWS decided before, of the members that the program leaves to AWS. */
function withAnswers(property: Property, old: unknown, now: unknown): unknown {
    if (property.kind === "list" && Array.isArray(now) && Array.isArray(old) && property.unordered !== true) {
        return now.map((element, index) => withAnswers(property.element, old[index], element));
    }
    if (property.kind !== "object" || !isObject(now) || !isObject(old)) {
        return now;
    }
    const members = Object.entries(property.properties).map(([name, inner]) => {
        const left = inner.computed === true && now[name] === undefined;
        return [name, left ? old[name] : withAnswers(inner, old[name], now[name])] as const;
    });
    return Object.fromEntries(members.filter(([, value]) => value !== undefined));
}

function replaces(property: Property, old: unknown, now: unknown): boolean {
    if (property.replaces === true) {
        return true;
    }
    if (property.kind !== "object") {
        return false;
    }
    const inner = differences(property.properties, isObject(old) ? old : {}, isObject(now) ? now : {});
    return inner.some((one) => one.replaces);
}

/**
 * What a value comes to: leaving out, the default, and an empty value or the zero of a type without default are one and
 * the same.
 */
function meaning(property: Property, value: unknown, beside: Values): unknown {
    if (value === undefined || value === property.default) {
        return undefined;
    }
    if (property.default === undefined && (value === "" || value === false || value === 0)) {
        return undefined;
    }
    if (property.kind === "list" && Array.isArray(value)) {
        const elements = value.map((element) => meaning(property.element, element, beside));
        const sorted = property.unordered === true ? elements.map((one) => JSON.stringify(one)).sort() : elements;
        return sorted.length === 0 ? undefined : sorted;
    }
    if (property.kind === "object" && isObject(value)) {
        return meaningOfMembers(
            Object.entries(property.properties).map(([name, inner]) => [name, meaning(inner, value[name], beside)]),
        );
    }
    if (property.kind === "map" && isObject(value)) {
        return meaningOfMembers(
            Object.keys(value)
                .sort()
                .map((key) => [key, value[key]]),
        );
    }
    return property.meaning !== undefined && typeof value === "string" ? property.meaning(value, beside) : value;
}

function meaningOfMembers(members: [string, unknown][]): unknown {
    const present = members.filter(([, value]) => value !== undefined);
    return present.length === 0 ? undefined : Object.fromEntries(present);
}

/** The meaning of a JSON document: its value, whatever the order of its keys; a text that is no JSON means itself. */
export function jsonMeaning(document: string): unknown {
    try {
        return JSON.parse(document) as unknown;
    } catch {
        return document;
    }
}
