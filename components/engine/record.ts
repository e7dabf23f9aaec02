import * as pulumi from "@pulumi/pulumi";
import type { Members } from "../validation/record";
import type { Problem } from "../validation/problems";
import { GivenResource } from "../validation/given-resource";
import { isOutput, resolvedValues, resourceOf, type Values } from "./values";

/**
 * What an argument takes for the record of another component: that component, which puts the record out under the
 * argument's name; its output; or the members written out, each perhaps an output. Pulumi's analyzer, which does not
 * know such unions, is shown an Input: scripts/schema.ts.
 */
export type Reference<T, Name extends string> =
    RecordInput<T> | (pulumi.ComponentResource & { readonly [Key in Name]: pulumi.Output<T> });

/**
 * What an argument takes for several records: a list of what {@link Reference} takes. Pulumi's analyzer is shown an
 * Input of a list.
 */
export type References<T, Name extends string> = Reference<T, Name>[] | pulumi.Input<pulumi.Input<T>[]>;

type RecordInput<T> = pulumi.Input<T> | { readonly [Key in keyof T]: pulumi.Input<T[Key]> };

/** Arguments with the record of each component in its place. */
export type WithRecords<Args> = { [Key in keyof Args]: WithoutResources<Args[Key]> };

type WithoutResources<T> = T extends pulumi.Resource
    ? never
    : T extends (infer Item)[]
      ? Exclude<Item, pulumi.Resource>[]
      : T;

/** The members of a record, each as its own output; a record in it is split too, unless there is none. */
export type Split<T> = {
    readonly [Key in keyof T]-?: NonNullable<T[Key]> extends readonly unknown[] | string | number | boolean
        ? pulumi.Output<T[Key]>
        : Split<NonNullable<T[Key]>> | Extract<T[Key], undefined>;
};

/** The members of the outputs that {@link recordOutput} returned. */
const records = new WeakMap<object, Readonly<Record<string, unknown>>>();

/** An output of an object that {@link split} splits into members which depend on their own resources only. */
export function recordOutput<T>(record: Readonly<Record<string, unknown>>): pulumi.Output<T> {
    const output = pulumi.output(record);
    records.set(output, record);
    return output as unknown as pulumi.Output<T>;
}

/** Why there is no record behind an output. */
const absences = new WeakMap<object, string>();

/** An output of a record that is not there: undefined, and a wrong argument wherever a component is given it. */
export function absentRecord<T>(reason: string): pulumi.Output<T> {
    const output = pulumi.output(undefined);
    absences.set(output, reason);
    return output as never;
}

/** The problems of arguments that are records which are not there. */
export function absentRecords(args: object): readonly Problem[] {
    return Object.entries(args).flatMap(([propertyPath, value]) => {
        const reason = isOutput(value) ? absences.get(value as object) : undefined;
        return reason === undefined ? [] : [{ propertyPath, reason }];
    });
}

/** An output of objects by name, each of whose members is as {@link recordOutput} returns it. */
export function recordsOutput<T>(
    byName: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
): pulumi.Output<{ [name: string]: T }> {
    const output = pulumi.output(byName);
    for (const [name, record] of Object.entries(byName)) {
        // An output's own members, such as apply, stay.
        if (!(name in output)) {
            Object.defineProperty(output, name, { value: recordOutput(record), enumerable: true });
        }
    }
    return output as unknown as pulumi.Output<{ [name: string]: T }>;
}

/**
 * Splits a record, so that its known members stay known at preview: an output of an object is unknown as a whole while
 * one of its members is.
 *
 * @param ready Holds the members back. Default: nothing does.
 */
export function split<T extends object>(
    record: RecordInput<T>,
    members: Members,
    ready: Promise<unknown> = Promise.resolve(),
): Split<T> {
    const whenReady = pulumi.output(ready.then(() => true));
    const splitAll = (from: object, names: Members): object => {
        const whole = (records.get(from) ?? (isOutput(from) ? pulumi.output(from) : from)) as Record<string, unknown>;
        return Object.fromEntries(
            Object.entries(names).map(([name, nested]) => {
                const value = whole[name];
                const isRecord = nested !== undefined && typeof value === "object" && value !== null;
                return [name, isRecord ? splitAll(value, nested) : nested ? value : whenReady.apply(() => value)];
            }),
        );
    };
    return splitAll(record, members) as Split<T>;
}

/** The output of which a record was split. */
const sources = new WeakMap<object, object>();

/**
 * The resolved arguments, with the resource that an output holds in place of a record: its members, which are those of
 * the record that happen to have the same names, tell nothing of the mistake.
 *
 * @param args The arguments as {@link withRecords} returned them.
 */
export async function withHeldResources(args: object, values: Values): Promise<Values> {
    const outputs = Object.entries(args).flatMap(([name, record]) => {
        const source = sources.get(record as object);
        return source === undefined ? [] : [[name, source] as const];
    });
    return held(values, await resolvedValues(Object.fromEntries(outputs))) as Values;
}

function held(record: unknown, source: unknown): unknown {
    const resource = source instanceof GivenResource ? source : resourceOf(source);
    if (resource !== undefined || !isObject(record) || !isObject(source)) {
        return resource ?? record;
    }
    return Object.fromEntries(Object.entries(record).map(([name, member]) => [name, held(member, source[name])]));
}

function isObject(value: unknown): value is Values {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Arguments with the record of each component in its place, and each record that is an output split. One that the
 * program wrote stays as it is, so that it can be checked at once.
 *
 * @param members Of each argument that takes a record.
 * @param lists The arguments that take several: the output of a component that has one, and its members.
 */
export function withRecords<Args extends object>(
    args: Args,
    members: { readonly [Key in keyof Args]?: Members },
    lists: { readonly [Key in keyof Args]?: readonly [output: string, members: Members] } = {},
): WithRecords<Args> {
    const given = args as Readonly<Record<string, unknown>>;
    const single = Object.entries<Members | undefined>(members).map(([name, names]) => [
        name,
        recordIn(given[name], name, names),
    ]);
    const several = Object.entries<readonly [string, Members] | undefined>(lists).map(([name, of]) => {
        const [output, names] = of ?? [name, {}];
        const list = given[name];
        return [name, Array.isArray(list) ? list.map((one) => recordIn(one, output, names)) : list];
    });
    return { ...args, ...Object.fromEntries([...single, ...several]) } as WithRecords<Args>;
}

/**
 * One such record by itself.
 *
 * @param output Of a component that has the record.
 */
export function recordIn(value: unknown, output: string, members: Members = {}): unknown {
    const ofComponent = pulumi.Resource.isInstance(value) ? (value as never)[output] : undefined;
    const record = isOutput(ofComponent) ? ofComponent : value;
    if (!isOutput(record) || absences.has(record as object)) {
        return record;
    }
    const ofRecord = split(record as object, members);
    if (!records.has(record as object)) {
        sources.set(ofRecord, record as object);
    }
    return ofRecord;
}
