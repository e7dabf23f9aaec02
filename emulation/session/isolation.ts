import { isAbsolute, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { credentials } from "./environment";

type Environment = Readonly<Record<string, string | undefined>>;

/** Variables that must have exactly this value. */
const fixed: Readonly<Record<string, string>> = {
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_EC2_METADATA_DISABLED: "true",
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    PULUMI_IGNORE_AMBIENT_PLUGINS: "true",
};

/** Variables that must name something below the session's folder. */
const below = ["HOME", "PULUMI_HOME", "AWS_CONFIG_FILE", "AWS_SHARED_CREDENTIALS_FILE"];

/** The other variables of AWS and Pulumi that a session sets; any further one could lead out of it. */
const harmless = [
    "AWS_DEFAULT_REGION",
    "AWS_REGION",
    "AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED",
    "PULUMI_BACKEND_URL",
    "PULUMI_CONFIG_PASSPHRASE",
    "PULUMI_CREDENTIAL_STORE",
    "PULUMI_NODEJS_TRANSPILE_ONLY",
    "PULUMI_SKIP_UPDATE_CHECK",
    "AWS_ENDPOINT_URL",
];

/**
 * Every way in which an environment would let commands reach out of the session that lives in `folder`; none is right.
 */
export function leaks(environment: Environment, folder: string): string[] {
    return [
        ...endpointLeak(environment["AWS_ENDPOINT_URL"]),
        ...backendLeak(environment["PULUMI_BACKEND_URL"], folder),
        ...below.flatMap((name) => {
            const value = environment[name];
            return isBelow(value, folder) ? [] : [`${name} is ${quoted(value)}, but must be below ${folder}`];
        }),
        ...Object.entries(fixed).flatMap(([name, value]) =>
            // The value may be a credential of the user's.
            environment[name] === value ? [] : [`${name} is not ${quoted(value)}`],
        ),
        ...Object.keys(environment)
            .filter(
                (name) =>
                    /^(AWS|PULUMI)_/.test(name) &&
                    !(name in fixed) &&
                    !below.includes(name) &&
                    !harmless.includes(name),
            )
            .map((name) => `${name} is set, but must not be`),
    ];
}

/** @throws with all of {@link leaks}, where there is one. */
export function refuseLeaks(environment: Environment, folder: string): void {
    const found = leaks(environment, folder);
    if (found.length > 0) {
        throw new Error(
            "The emulation refuses to run, because it could reach beyond its own folder and " +
                `emulator:\n${found.map((leak) => `  - ${leak}`).join("\n")}`,
        );
    }
}

function endpointLeak(endpoint: string | undefined): string[] {
    const url = endpoint !== undefined && URL.canParse(endpoint) ? new URL(endpoint) : undefined;
    const right = url?.protocol === "http:" && ["127.0.0.1", "[::1]", "localhost"].includes(url.hostname);
    return right
        ? []
        : [`AWS_ENDPOINT_URL is ${quoted(endpoint)}, but must be an http URL of this machine's loopback interface`];
}

function backendLeak(backend: string | undefined, folder: string): string[] {
    const path = backend?.startsWith("file:///") && URL.canParse(backend) ? fileURLToPath(backend) : undefined;
    return isBelow(path, folder)
        ? []
        : [`PULUMI_BACKEND_URL is ${quoted(backend)}, but must be a file:// URL below ${folder}`];
}

function isBelow(path: string | undefined, folder: string): boolean {
    if (path === undefined || !isAbsolute(path)) {
        return false;
    }
    const way = relative(resolve(folder), resolve(path));
    return way !== "" && way !== ".." && !way.startsWith("../") && !isAbsolute(way);
}

function quoted(value: string | undefined): string {
    return value === undefined ? "not set" : `"${value}"`;
}
