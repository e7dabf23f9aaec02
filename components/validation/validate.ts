import type { Resource, Unwrap } from "@pulumi/pulumi";
import { InvalidArgumentsError } from "./invalid-arguments-error";
import { Problems, type Problem } from "./problems";
import { refusalsOf } from "../engine/refusals";
import { hasDeferred, plainly, settled } from "../engine/settled";
import { object, type Fields } from "./shape";
import { sound, type Sound } from "./sound";

/** The arguments of a component without their outputs: plain values, or UNKNOWN. */
export type Arguments = Readonly<Record<string, unknown>>;

/** How the arguments of a component are judged: each by itself, and then those that must fit one another. */
export interface ArgumentCheck<Args> {
    readonly fields: Fields<Args>;
    /** What the component sets itself, and why. */
    readonly owned?: Readonly<Record<string, string>>;
    /** Sees no value that is refused by itself. */
    readonly together?: (args: Sound<Unwrap<Args>>, problems: Problems) => void;
}

/** Every problem of arguments that are plain values, or UNKNOWN. */
export function problemsOf<Args>(component: string, args: Arguments, check: ArgumentCheck<Args>): readonly Problem[] {
    const problems = new Problems();
    object(component, check.fields, check.owned)(args, "", problems);
    check.together?.(sound(args, problems.found) as Sound<Unwrap<Args>>, problems);
    return problems.found;
}

/**
 * Throws every problem of the plain arguments at once. Answers the option `dependsOn` that holds the component's
 * children back until the arguments that are outputs are right too, and until no component of the program has refused
 * its plain arguments, so that no call to AWS is made before. It is a promise, and so makes the children wait without
 * making them depend on the resources that the arguments come from: a destroy would have to keep that order.
 *
 * What a preview does not know stays unchecked there; the update sees it.
 *
 * @throws InvalidArgumentsError
 */
export function validated<Args extends object>(
    component: string,
    name: string,
    args: Args,
    check: ArgumentCheck<Args>,
): Promise<Resource[]> {
    return validatedApart(component, name, args, [], check).most;
}

/** When children may be created. */
export interface Gates {
    /** What needs none of the arguments that stand apart. */
    readonly most: Promise<Resource[]>;
    /** What needs them. */
    readonly all: Promise<Resource[]>;
}

/**
 * The same, for a component of which some arguments may come from resources that need the component's own first: only
 * what uses these arguments waits for them.
 *
 * @param apart the arguments that only `all` waits for.
 * @throws InvalidArgumentsError
 */
export function validatedApart<Args extends object>(
    component: string,
    name: string,
    args: Args,
    apart: readonly (keyof Args & string)[],
    check: ArgumentCheck<Args>,
): Gates {
    const refusals = refusalsOf();
    const refuse = (values: Arguments) => {
        const problems = problemsOf(component, values, check);
        if (problems.length > 0) {
            throw refusals.add(new InvalidArgumentsError(component, name, problems));
        }
    };
    const plain = plainly(args);
    refuse(plain);
    const entries = Object.entries(args);
    const early = Object.fromEntries(entries.filter(([key]) => !apart.includes(key as keyof Args & string)));
    const settledEarly = hasDeferred(early) ? settled(early).then((values) => ({ ...plain, ...values })) : plain;
    const earlyOutputs = Promise.resolve(settledEarly).then(refuse);
    const most = Promise.all([earlyOutputs, refusals.none()]).then(() => []);
    const all = most.then(() => (hasDeferred(args) ? settled(args).then(refuse) : undefined)).then(() => []);
    // Who uses no argument that stands apart hears of a problem by `most`.
    all.catch(() => {});
    return { most, all };
}
