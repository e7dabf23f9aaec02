import { delimiter, dirname, join } from "node:path";

/** Where the emulated account's resources are; one of the regions that offer Inf1. */
export const region = "us-east-1";

/** Made up: the emulator takes any. */
export const credentials = { accessKeyId: "emulation", secretAccessKey: "emulation" };

/** What a command needs of the terminal and the machine. Nothing else of the user's environment reaches a session. */
const inherited = [
    "COLORTERM",
    "LANG",
    "LC_ALL",
    "LC_CTYPE",
    "LOGNAME",
    "NO_COLOR",
    "SHELL",
    "TERM",
    "TMPDIR",
    "TZ",
    "USER",
];

/** Folders of a session, below its own. */
export function foldersOf(folder: string) {
    return {
        home: join(folder, "home"),
        pulumiHome: join(folder, "pulumi-home"),
        state: join(folder, "state"),
        project: join(folder, "project"),
    };
}

/**
 * The whole environment of a session's commands.
 *
 * @param outer The user's environment.
 * @param folder The session's folder.
 * @param endpoint The emulator's URL.
 * @param cli The path of the Pulumi CLI; its folder, then that of this process's Node, come first on PATH.
 * @param go The variables of Go, which programs in Go are built with.
 */
export function sessionEnvironment(
    outer: NodeJS.ProcessEnv,
    folder: string,
    endpoint: string,
    cli: string,
    go: Readonly<Record<string, string>> = {},
): Record<string, string> {
    const { home, pulumiHome, state } = foldersOf(folder);
    const kept = inherited.flatMap((name) => (outer[name] === undefined ? [] : [[name, outer[name]] as const]));
    return {
        ...Object.fromEntries(kept),
        PATH: [dirname(cli), dirname(process.execPath), outer["PATH"] ?? ""].join(delimiter),
        ...go,
        HOME: home,
        PULUMI_HOME: pulumiHome,
        PULUMI_BACKEND_URL: `file://${state}`,
        PULUMI_CONFIG_PASSPHRASE: "emulation",
        PULUMI_CREDENTIAL_STORE: "plaintext",
        PULUMI_SKIP_UPDATE_CHECK: "true",
        PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
        // The engine prefers a provider on PATH to those in its home: the user's real one, then.
        PULUMI_IGNORE_AMBIENT_PLUGINS: "true",
        // The type checker, which npm run typecheck runs, would take most of each preview's time.
        PULUMI_NODEJS_TRANSPILE_ONLY: "true",
        AWS_ENDPOINT_URL: endpoint,
        AWS_REGION: region,
        AWS_DEFAULT_REGION: region,
        AWS_ACCESS_KEY_ID: credentials.accessKeyId,
        AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
        AWS_CONFIG_FILE: join(home, "no-aws-config"),
        AWS_SHARED_CREDENTIALS_FILE: join(home, "no-aws-credentials"),
        AWS_EC2_METADATA_DISABLED: "true",
        // The SDK says of Node 20 that it will be left behind, in the middle of what a person reads.
        AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
    };
}
