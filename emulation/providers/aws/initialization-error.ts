import type { Values } from "./property";

/** A resource that exists in AWS although creating it did not come to its end. */
export class InitializationError extends Error {
    constructor(
        readonly id: string,
        readonly state: Values,
        message: string,
    ) {
        super(message);
    }
}
