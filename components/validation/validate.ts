import { log, type Resource, type Unwrap } from "@pulumi/pulumi";
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

/** Judges arguments that are plain values, or UNKNOWN. */
export function judge<Args>(component: string, args: Arguments, check: ArgumentCheck<Args>): Problems {
    const problems = new Problems();
    object(component, check.fields, check.owned)(args, "", problems);
    check.together?.(sound(args, problems.found) as Sound<Unwrap<Args>>, problems);
    return problems;
}

/** Every problem of arguments that are plain values, or UNKNOWN. */
export function problemsOf<Args>(component: string, args: Arguments, check: ArgumentCheck<Args>): readonly Problem[] {
    return judge(component, args, check).found;
}

/**
 * Throws every problem of the plain arguments at once. Answers the option `dependsOn` that holds the component's
 * children back until the arguments that are outputs are right too, and until no component of the program has refused
 * its plain arguments, so that no call to AWS is made before. It is a promise, and so makes the children wait without
 * making them depend on the resources that the arguments come from: a destroy would have to keep that order.
 *
 * What a preview does not know stays unchecked there; the update sees it. Of a member of AWS's structures that is not
 * known here the component is warned once.
 *
 * @throws InvalidArgumentsError
 */
export function validated<Args extends object>(
    component: string,
    name: string,
    args: Args,
    check: ArgumentCheck<Args>,
    resource: Resource,
): Promise<Resource[]> {
    return validatedApart(component, name, args, [], check, resource).most;
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
    resource: Resource,
): Gates {
    const refusals = refusalsOf();
    const warned = new Set<string>();
    const refuse = (values: Arguments) => {
        const { found, unchecked } = judge(component, values, check);
        if (found.length > 0) {
            throw refusals.add(new InvalidArgumentsError(component, name, found));
        }
        for (const [path, structure] of unchecked) {
            if (!warned.has(path)) {
                warned.add(path);
                void log.warn(`${component} "${name}": ${uncheckedWarning(path, structure)}`, resource);
            }
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

function uncheckedWarning(path: string, structure: string): string {
    return (
        `${path} is no member of ${structure} that this version of pulumi-ecs-inferentia knows, and is passed on ` +
        "unchecked; if it is misspelt, correct it"
    );
}
