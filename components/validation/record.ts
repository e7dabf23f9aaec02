import { object, required, type Fields, type Required } from "./shape";

/**
 * Judges a record that another component gives: a pool, a task. Its members are judged one by one; a record that
 * the other does not have, all of whose members are absent, is one problem.
 *
 * @param fix How to give it.
 */
export function record<T>(what: string, fields: Fields<T>, fix: string): Required {
    const members = object(what, fields);
    return required((value, path, problems) => {
        if (isAbsent(value)) {
            problems.add(path, `is missing; ${fix}`);
        } else {
            members(value, path, problems);
        }
    }, fix);
}

function isAbsent(value: unknown): boolean {
    return (
        typeof value === "object" &&
        value !== null &&
        !Array.isArray(value) &&
        Object.values(value).every((member) => member === undefined || member === null)
    );
}
