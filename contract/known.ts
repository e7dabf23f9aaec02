/** Stands for a value that exists, but is not known until the update: an output of a resource that is not there yet. */
export const UNKNOWN = Symbol("unknown");
export type Unknown = typeof UNKNOWN;

/** A value that may be known only later. */
export type Known<T> = T | Unknown;

/** The answers of a logic with three values: what is not known decides nothing, and hides nothing that is decided. */
export function not(answer: Known<boolean>): Known<boolean> {
    return answer === UNKNOWN ? UNKNOWN : !answer;
}

/** Whether one is true: unknown only when none is, and one may be. */
export function any(answers: readonly Known<boolean>[]): Known<boolean> {
    return answers.includes(true) ? true : answers.includes(UNKNOWN) ? UNKNOWN : false;
}

/** Whether all are true: unknown only when none is false, and one may be. */
export function all(answers: readonly Known<boolean>[]): Known<boolean> {
    return answers.includes(false) ? false : answers.includes(UNKNOWN) ? UNKNOWN : true;
}

/** Whether a value passes a test; an absent one does not. */
export function holds<T>(value: Known<T> | undefined, test: (value: T) => boolean): Known<boolean> {
    return value === UNKNOWN ? UNKNOWN : value === undefined ? false : test(value);
}

/** Whether an item of a list passes a test. */
export function anyOf<T>(values: Known<readonly T[]>, test: (value: T) => Known<boolean>): Known<boolean> {
    return values === UNKNOWN ? UNKNOWN : any(values.map(test));
}
