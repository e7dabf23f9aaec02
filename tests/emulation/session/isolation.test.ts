import assert from "node:assert/strict";
import { dirname } from "node:path";
import { sessionEnvironment } from "../../../emulation/session/environment";
import { leaks, refuseLeaks } from "../../../emulation/session/isolation";

const folder = "/tmp/session";
const cli = "/opt/pulumi/bin/pulumi";
const endpoint = "http://127.0.0.1:5000";

/** What a user's shell may have, all of which would lead into real accounts. */
const user = {
    PATH: "/usr/bin",
    HOME: "/home/me",
    TERM: "xterm",
    LANG: "C.UTF-8",
    AWS_PROFILE: "production",
    AWS_ACCESS_KEY_ID: "AKIAREAL",
    AWS_SESSION_TOKEN: "real",
    AWS_ENDPOINT_URL_ECS: "https://ecs.us-east-1.amazonaws.com",
    AWS_CONFIG_FILE: "/home/me/.aws/config",
    PULUMI_ACCESS_TOKEN: "pul-real",
    PULUMI_BACKEND_URL: "https://api.pulumi.com",
    PULUMI_HOME: "/home/me/.pulumi",
    HTTPS_PROXY: "http://proxy:3128",
    NODE_OPTIONS: "--require /home/me/hook.js",
};

const environment = () => sessionEnvironment(user, folder, endpoint, cli);

describe("The environment of a session's commands", () => {
    it("is the session's own, but for the terminal and the search path", () => {
        assert.deepEqual(environment(), {
            PATH: `/opt/pulumi/bin:${dirname(process.execPath)}:/usr/bin`,
            TERM: "xterm",
            LANG: "C.UTF-8",
            HOME: "/tmp/session/home",
            PULUMI_HOME: "/tmp/session/pulumi-home",
            PULUMI_BACKEND_URL: "file:///tmp/session/state",
            PULUMI_CONFIG_PASSPHRASE: "emulation",
            PULUMI_CREDENTIAL_STORE: "plaintext",
            PULUMI_SKIP_UPDATE_CHECK: "true",
            PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
            PULUMI_IGNORE_AMBIENT_PLUGINS: "true",
            PULUMI_NODEJS_TRANSPILE_ONLY: "true",
            AWS_ENDPOINT_URL: "http://127.0.0.1:5000",
            AWS_REGION: "us-east-1",
            AWS_DEFAULT_REGION: "us-east-1",
            AWS_ACCESS_KEY_ID: "emulation",
            AWS_SECRET_ACCESS_KEY: "emulation",
            AWS_CONFIG_FILE: "/tmp/session/home/no-aws-config",
            AWS_SHARED_CREDENTIALS_FILE: "/tmp/session/home/no-aws-credentials",
            AWS_EC2_METADATA_DISABLED: "true",
            AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
        });
    });

    it("has no leak", () => {
        assert.deepEqual(leaks(environment(), folder), []);
    });
});

describe("The emulation refuses to run", () => {
    const endpointReason = (value: string) =>
        `AWS_ENDPOINT_URL is ${value}, but must be an http URL of this machine's loopback interface`;
    const backendReason = (value: string) =>
        `PULUMI_BACKEND_URL is ${value}, but must be a file:// URL below /tmp/session`;
    const below = (name: string, value: string) => `${name} is ${value}, but must be below /tmp/session`;
    const cases: readonly [title: string, change: Record<string, string | undefined>, leak: string][] = [
        [
            "with AWS itself",
            { AWS_ENDPOINT_URL: "https://ecs.us-east-1.amazonaws.com" },
            endpointReason('"https://ecs.us-east-1.amazonaws.com"'),
        ],
        [
            "with another machine",
            { AWS_ENDPOINT_URL: "http://10.0.0.1:5000" },
            endpointReason('"http://10.0.0.1:5000"'),
        ],
        [
            "with a host that only begins like this one",
            { AWS_ENDPOINT_URL: "http://127.0.0.1.example.com" },
            endpointReason('"http://127.0.0.1.example.com"'),
        ],
        [
            "with a user name that looks like this host",
            { AWS_ENDPOINT_URL: "http://127.0.0.1@example.com" },
            endpointReason('"http://127.0.0.1@example.com"'),
        ],
        ["with an endpoint that is no URL", { AWS_ENDPOINT_URL: "localhost" }, endpointReason('"localhost"')],
        ["without an endpoint", { AWS_ENDPOINT_URL: undefined }, endpointReason("not set")],
        [
            "with an endpoint of one service",
            { AWS_ENDPOINT_URL_ECS: "http://127.0.0.1:1" },
            "AWS_ENDPOINT_URL_ECS is set, but must not be",
        ],
        ["with a profile", { AWS_PROFILE: "production" }, "AWS_PROFILE is set, but must not be"],
        ["with a session token", { AWS_SESSION_TOKEN: "real" }, "AWS_SESSION_TOKEN is set, but must not be"],
        [
            "with a key that is not the made-up one",
            { AWS_ACCESS_KEY_ID: "AKIAREAL" },
            'AWS_ACCESS_KEY_ID is not "emulation"',
        ],
        [
            "with a secret that is not the made-up one",
            { AWS_SECRET_ACCESS_KEY: "real" },
            'AWS_SECRET_ACCESS_KEY is not "emulation"',
        ],
        [
            "with the user's AWS configuration",
            { AWS_CONFIG_FILE: "/home/me/.aws/config" },
            below("AWS_CONFIG_FILE", '"/home/me/.aws/config"'),
        ],
        [
            "without a place for the AWS configuration",
            { AWS_CONFIG_FILE: undefined },
            below("AWS_CONFIG_FILE", "not set"),
        ],
        [
            "with the user's AWS credentials",
            { AWS_SHARED_CREDENTIALS_FILE: "/home/me/.aws/credentials" },
            below("AWS_SHARED_CREDENTIALS_FILE", '"/home/me/.aws/credentials"'),
        ],
        [
            "with the credentials of the machine it runs on",
            { AWS_EC2_METADATA_DISABLED: undefined },
            'AWS_EC2_METADATA_DISABLED is not "true"',
        ],
        [
            "with Pulumi Cloud",
            { PULUMI_BACKEND_URL: "https://api.pulumi.com" },
            backendReason('"https://api.pulumi.com"'),
        ],
        ["without a backend", { PULUMI_BACKEND_URL: undefined }, backendReason("not set")],
        [
            "with the user's file backend",
            { PULUMI_BACKEND_URL: "file:///home/me/state" },
            backendReason('"file:///home/me/state"'),
        ],
        [
            "with a backend that leads out by dots",
            { PULUMI_BACKEND_URL: "file:///tmp/session/../other" },
            backendReason('"file:///tmp/session/../other"'),
        ],
        ["with a file backend in the user's home", { PULUMI_BACKEND_URL: "file://~" }, backendReason('"file://~"')],
        [
            "with the user's Pulumi home",
            { PULUMI_HOME: "/home/me/.pulumi" },
            below("PULUMI_HOME", '"/home/me/.pulumi"'),
        ],
        [
            "with a Pulumi home beside the folder",
            { PULUMI_HOME: "/tmp/session-2" },
            below("PULUMI_HOME", '"/tmp/session-2"'),
        ],
        ["with a relative Pulumi home", { PULUMI_HOME: "pulumi-home" }, below("PULUMI_HOME", '"pulumi-home"')],
        ["with the user's home", { HOME: "/home/me" }, below("HOME", '"/home/me"')],
        ["with a Pulumi login", { PULUMI_ACCESS_TOKEN: "pul-real" }, "PULUMI_ACCESS_TOKEN is set, but must not be"],
        [
            "with providers from PATH",
            { PULUMI_IGNORE_AMBIENT_PLUGINS: undefined },
            'PULUMI_IGNORE_AMBIENT_PLUGINS is not "true"',
        ],
        [
            "with providers that the engine downloads",
            { PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "false" },
            'PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION is not "true"',
        ],
        [
            "with attached providers",
            { PULUMI_DEBUG_PROVIDERS: "aws:1234" },
            "PULUMI_DEBUG_PROVIDERS is set, but must not be",
        ],
    ];
    for (const [title, change, leak] of cases) {
        it(title, () => {
            assert.deepEqual(leaks({ ...environment(), ...change }, folder), [leak]);
        });
    }

    it("and names every leak at once, but no credential", () => {
        assert.throws(
            () => refuseLeaks({ ...environment(), AWS_PROFILE: "production", AWS_SECRET_ACCESS_KEY: "real" }, folder),
            {
                message:
                    "The emulation refuses to run, because it could reach beyond its own folder and emulator:\n" +
                    '  - AWS_SECRET_ACCESS_KEY is not "emulation"\n' +
                    "  - AWS_PROFILE is set, but must not be",
            },
        );
    });
});
