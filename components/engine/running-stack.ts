import { getStackResource } from "@pulumi/pulumi/runtime";

const withoutStack = {};

/** Keeps one thing for each program that runs, which is known by its stack. */
export function ofRunningStack<T>(make: () => T): () => T {
    const made = new WeakMap<object, { readonly thing: T }>();
    return () => {
        const stack = getStackResource() ?? withoutStack;
        const kept = made.get(stack) ?? { thing: make() };
        made.set(stack, kept);
        return kept.thing;
    };
}
