import { getStackResource } from "@pulumi/pulumi/runtime";

const withoutStack = {};

/** Keeps one value for each running program, which is known by its stack: a process may run several programs. */
export function ofRunningStack<T extends object>(create: () => T): () => T {
    const values = new WeakMap<object, T>();
    return () => {
        const stack = getStackResource() ?? withoutStack;
        const value = values.get(stack) ?? create();
        values.set(stack, value);
        return value;
    };
}
