import { object, required, type Fields, type Member } from "./shape";

/** The names of a record's members, each with the members of the record that it is, if it is one. */
export interface Members {
    readonly [name: string]: Members | undefined;
}

/** The check of a record that another component gives. */
export interface RecordMember extends Member {
    /** Checks a record in another, which may have none. */
    readonly ifAny: Member;
    readonly members: Members;
}

/**
 * Judges a record that another component gives: a pool, a task. Its members are judged one by one; a record that
 * the other does not have, all of whose members are absent, is one problem.
 *
 * @param fix How to give it.
 * @param records The members that are records themselves.
 */
export function record<T>(
    what: string,
    fields: Fields<T>,
    fix: string,
    records: { readonly [Key in keyof T]?: RecordMember } = {},
): RecordMember {
    const members = object(what, fields);
    const nested = records as Readonly<Record<string, RecordMember | undefined>>;
    return {
        ...required((value, path, problems) => {
            if (isAbsent(value)) {
                problems.add(path, `is missing; ${fix}`);
            } else {
                members(value, path, problems);
            }
        }, fix),
        ifAny: {
            check: (value, path, problems) => {
                if (!isAbsent(value)) {
                    members(value, path, problems);
                }
            },
            fix,
            isRequired: false,
        },
        members: Object.fromEntries(Object.keys(fields).map((name) => [name, nested[name]?.members])),
    };
}

/** Whether a record is not there: a record that is split has all its members, each of them absent. */
export function isAbsent(value: unknown): boolean {
    return (
        value === undefined ||
        value === null ||
        (typeof value === "object" && !Array.isArray(value) && Object.values(value).every(isAbsent))
    );
}
