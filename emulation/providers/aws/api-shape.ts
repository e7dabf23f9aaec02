import type { Properties, Property, Values } from "./property";
import { fromKeyValues, type KeyValue, type Tags, toKeyValues } from "./tags";
import { isObject } from "./values";

/** How an AWS API spells its members. */
export type Casing = (name: string) => string;

export const camelCase: Casing = (name) => name;
export const pascalCase: Casing = (name) => name.charAt(0).toUpperCase() + name.slice(1);

/** The inputs as members of an AWS API request. */
export function toApi(properties: Properties, values: Values, casing: Casing): Values {
    const members: Values = {};
    for (const [name, property] of Object.entries(properties)) {
        const value = values[name];
        if (value !== undefined && property.api !== false && property.kind !== "unserved") {
            members[property.api ?? casing(name)] = valueToApi(property, value, casing);
        }
    }
    return members;
}

function valueToApi(property: Property, value: unknown, casing: Casing): unknown {
    if (property.kind === "list" && Array.isArray(value)) {
        return value.map((element) => valueToApi(property.element, element, casing));
    }
    if (property.kind === "object" && isObject(value)) {
        return toApi(property.properties, value, casing);
    }
    if (property.kind === "map" && property.apiKind === "tags") {
        return toKeyValues(value as Tags);
    }
    if (property.kind === "string" && property.apiKind !== undefined && typeof value === "string") {
        return property.apiKind === "boolean" ? value === "true" : Number(value);
    }
    return value;
}

/** The members of an AWS API answer as property values: those that the answer holds. */
export function fromApi(properties: Properties, members: object | undefined, casing: Casing): Values {
    const values: Values = {};
    for (const [name, property] of Object.entries(properties)) {
        if (property.api === false || property.kind === "unserved") {
            continue;
        }
        const member = (members as Values | undefined)?.[property.api ?? casing(name)];
        if (member !== undefined && member !== null) {
            values[name] = valueFromApi(property, member, casing);
        }
    }
    return values;
}

function valueFromApi(property: Property, member: unknown, casing: Casing): unknown {
    if (property.kind === "list" && Array.isArray(member)) {
        return member.map((element) => valueFromApi(property.element, element, casing));
    }
    if (property.kind === "map" && property.apiKind === "tags" && Array.isArray(member)) {
        return fromKeyValues(member as KeyValue[]);
    }
    if (property.kind === "object" && isObject(member)) {
        return fromApi(property.properties, member, casing);
    }
    if (property.kind === "string" && (typeof member === "number" || typeof member === "boolean")) {
        return String(member);
    }
    return member;
}

/**
 * The members with which AWS forgets what the program gave before and gives no more; `emptied` says for each input how.
 */
export function cleared(emptied: Readonly<Record<string, Values>>, olds: Values, news: Values): Values {
    const gone = Object.keys(emptied).filter((name) => olds[name] !== undefined && news[name] === undefined);
    return Object.assign({}, ...gone.map((name) => emptied[name])) as Values;
}
