import { type Failure, didYouMean } from "./failure";
import type { Values } from "./property";
import { isUnknown } from "./unknown";

/** What the program or the stack's configuration says to the provider. */
export interface Configuration {
    readonly region: string;
    readonly defaultTags: Readonly<Record<string, string>>;
    /** The emulator. */
    readonly endpoint: string;
}

const served = ["region", "defaultTags"];
/** Keys of Pulumi itself, and checks that an emulator has nothing to do for. */
const ignored = [
    "version",
    "pluginDownloadURL",
    "skipCredentialsValidation",
    "skipMetadataApiCheck",
    "skipRegionValidation",
    "skipRequestingAccountId",
    "s3UsePathStyle",
    "maxRetries",
    "retryMode",
];

export function checkConfiguration(args: Values): Failure[] {
    const known = [...served, ...ignored];
    return Object.keys(args)
        .filter((key) => !known.includes(key) && !key.startsWith("__"))
        .map((key) => ({
            property: key,
            reason:
                `"${key}" is not served by this stand-in, which talks to an emulator with made-up ` +
                `credentials${didYouMean(key, known)}`,
        }));
}

/** @throws when there is no region, no emulator on this machine, or default tags of another shape. */
export function parseConfiguration(args: Values, environment: NodeJS.ProcessEnv): Configuration {
    const region = args["region"] ?? environment["AWS_REGION"] ?? environment["AWS_DEFAULT_REGION"];
    if (typeof region !== "string" || region === "" || isUnknown(region)) {
        throw new Error("no AWS region: set it with `pulumi config set aws:region us-west-2`");
    }
    return {
        region,
        defaultTags: parseDefaultTags(args["defaultTags"]),
        endpoint: emulatorOnThisMachine(environment["AWS_ENDPOINT_URL"]),
    };
}

function parseDefaultTags(value: unknown): Record<string, string> {
    const parsed = typeof value === "string" && value !== "" ? (JSON.parse(value) as unknown) : value;
    const tags = (parsed as { tags?: unknown } | undefined)?.tags ?? {};
    if (typeof tags !== "object" || !Object.values(tags).every((tag) => typeof tag === "string")) {
        throw new Error('aws:defaultTags must be {"tags": {"<key>": "<value>"}}');
    }
    return tags as Record<string, string>;
}

const loopback = ["127.0.0.1", "localhost", "[::1]"];

function emulatorOnThisMachine(url: string | undefined): string {
    if (url === undefined || !URL.canParse(url) || !loopback.includes(new URL(url).hostname)) {
        throw new Error(
            "this stand-in of the aws provider serves an emulator on this machine and never a real account: " +
                `AWS_ENDPOINT_URL must be http://127.0.0.1:<port>, not ${url === undefined ? "unset" : `"${url}"`}`,
        );
    }
    return url;
}
