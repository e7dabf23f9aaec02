import { setImmediate } from "node:timers/promises";
import { ofRunningStack } from "./running-stack";

/** The components of one program that have refused their arguments. */
class Refusals {
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

/** The refusals of the program that is running. */
export const refusalsOf = ofRunningStack(() => new Refusals());
