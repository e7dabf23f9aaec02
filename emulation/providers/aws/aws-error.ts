/** An AWS error as a person should see it: its name and its message. */
export function describeError(error: unknown): string {
    if (!(error instanceof Error)) {
        return String(error);
    }
    return error.name === "Error" ? error.message : `${error.name}: ${error.message}`;
}

/** Whether AWS says that the resource, or what it belongs to, is not there. */
export function isGone(error: unknown): boolean {
    return error instanceof Error && /NotFound|NoSuchEntity|NotActive|DoesNotExist/.test(error.name);
}

/** What an operation answers; undefined when what it is about is not there. */
export async function unlessGone<Result>(operation: Promise<Result>): Promise<Result | undefined> {
    try {
        return await operation;
    } catch (error) {
        if (isGone(error)) {
            return undefined;
        }
        throw error;
    }
}

/** An error as AWS would answer it where the emulator does not. */
export class AwsError extends Error {
    constructor(name: string, message: string) {
        super(message);
        this.name = name;
    }
}

/** What an operation answers; what it fails with, in the words of {@link describeError}. */
export async function explained<Result>(operation: () => Promise<Result>): Promise<Result> {
    try {
        return await operation();
    } catch (error) {
        throw new Error(describeError(error), { cause: error });
    }
}
