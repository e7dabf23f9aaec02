/** What the SDK hands to a policy, so that it can say that it does not apply. */
interface Args {
    notApplicable(reason: string): never;
}

/**
 * Says that a policy does not apply. The SDK does it by throwing; a stack trace of it, which nobody reads, would cost
 * more than judging the resource.
 */
export function sayNotApplicable(args: Args, reason: string): never {
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    try {
        args.notApplicable(reason);
    } finally {
        Error.stackTraceLimit = stackTraceLimit;
    }
}
