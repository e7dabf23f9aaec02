import type { Resource, Unwrap } from "@pulumi/pulumi";
import { InvalidArgumentsError } from "./invalid-arguments-error";
import { Problems, type Problem } from "./problems";
import { refusalsOf } from "./refusals";
import { hasDeferred, plainly, settled } from "./settled";
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
    const refusals = refusalsOf();
    const refuse = (values: Arguments) => {
        const problems = problemsOf(component, values, check);
        if (problems.length > 0) {
            throw refusals.add(new InvalidArgumentsError(component, name, problems));
        }
    };
    refuse(plainly(args));
    const outputs = hasDeferred(args) ? settled(args).then(refuse) : Promise.resolve();
    return Promise.all([outputs, refusals.none()]).then(() => []);
}
