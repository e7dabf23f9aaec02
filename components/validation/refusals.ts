import { setImmediate } from "node:timers/promises";
import { getStackResource } from "@pulumi/pulumi/runtime";

/** The components of one program that have refused their arguments. */
export class Refusals {
    private first: Error | undefined;

    add(error: Error): Error {
        this.first ??= error;
        return error;
    }

    /**
     * Waits until the program's own code has run, and fails when a component has refused its arguments by then. The
     * error is the same one, which the Pulumi SDK shows once.
     */
    async none(): Promise<void> {
        await setImmediate();
        if (this.first !== undefined) {
            throw this.first;
        }
    }
}

const ofStacks = new WeakMap<object, Refusals>();
const withoutStack = {};

/** The refusals of the program that is running, which is known by its stack. */
export function refusalsOf(): Refusals {
    const stack = getStackResource() ?? withoutStack;
    const refusals = ofStacks.get(stack) ?? new Refusals();
    ofStacks.set(stack, refusals);
    return refusals;
}
