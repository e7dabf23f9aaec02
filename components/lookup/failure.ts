/**
 * Explains a failed lookup, with the fix. A reason that is not listed here is repeated as the provider words it.
 *
 * @throws the error itself where the engine ended the call, as it does once another resource has failed.
 */
export function lookupFailure(error: unknown): string {
    const message = error instanceof Error ? error.message : String(error);
    if (/client connection is closing|Resource monitor is terminating/.test(message)) {
        throw error;
    }
    const known = reasons.find(([pattern]) => pattern.test(message));
    return known === undefined ? `AWS did not answer: ${firstLine(message)}` : known[1];
}

const reasons: readonly (readonly [RegExp, string])[] = [
    [
        /invalid AWS Region|Invalid region|not a valid region|no such host/i,
        "there is no such AWS region; correct aws:region (pulumi config set aws:region us-west-2)",
    ],
    [
        /ExpiredToken|token .*expired|expired .*token|RequestExpired|credentials .*expired/i,
        "the AWS credentials have expired; sign in again",
    ],
    [/AccessDenied|UnauthorizedOperation|not authorized to perform/i, "the AWS credentials may not look it up"],
];

/** The provider lists the errors of one call, below a line that counts them. */
function firstLine(message: string): string {
    const [first = "", second] = message.split("\n");
    return (/ errors? occurred:$/.test(first) && second !== undefined ? second : first)
        .replace(/^.*?invoking [\w:/]+: */, "")
        .replace(/^[\s*]+/, "");
}
