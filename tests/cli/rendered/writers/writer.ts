import { snake } from "../spelling";
import { isFields, type Fields } from "../value";
import type { ProviderResource } from "../provider";

/** The resources of the provider that one of CloudFormation is. */
export type Writer = (properties: Fields, id: string) => readonly ProviderResource[];

/** One resource of a type. @param change what the provider spells otherwise; undefined leaves an argument out */
export function one(type: string, change: (properties: Fields, id: string) => Fields = () => ({})): Writer {
    return (properties, id) => [{ id, type, arguments: without({ ...snake(properties), ...change(properties, id) }) }];
}

export function listOf(value: unknown): readonly Fields[] {
    return Array.isArray(value) ? (value as Fields[]) : [];
}

export function fieldsOf(value: unknown): Fields {
    return isFields(value) ? value : {};
}

export function without(fields: Fields): Fields {
    return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
