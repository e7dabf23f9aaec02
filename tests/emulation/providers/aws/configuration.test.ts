import assert from "node:assert/strict";
import { checkConfiguration, parseConfiguration } from "../../../../emulation/providers/aws/configuration";

const emulator = { AWS_ENDPOINT_URL: "http://127.0.0.1:5000" };

describe("the provider's configuration", () => {
    it("holds the region, the default tags and the emulator", () => {
        assert.deepStrictEqual(
            parseConfiguration({ region: "us-west-2", defaultTags: '{"tags":{"team":"ml"}}' }, emulator),
            {
                region: "us-west-2",
                defaultTags: { team: "ml" },
                endpoint: "http://127.0.0.1:5000",
            },
        );
    });

    it("takes the region from the environment, as Pulumi's provider does", () => {
        assert.equal(
            parseConfiguration({}, { ...emulator, AWS_REGION: "eu-west-1", AWS_DEFAULT_REGION: "eu-west-2" }).region,
            "eu-west-1",
        );
        assert.equal(parseConfiguration({}, { ...emulator, AWS_DEFAULT_REGION: "eu-west-2" }).region, "eu-west-2");
    });

    it("needs a region", () => {
        assert.throws(() => parseConfiguration({}, emulator), {
            message: "no AWS region: set it with `pulumi config set aws:region us-west-2`",
        });
    });

    it("refuses default tags of another shape", () => {
        assert.throws(() => parseConfiguration({ region: "us-west-2", defaultTags: { tags: { team: 1 } } }, emulator), {
            message: 'aws:defaultTags must be {"tags": {"<key>": "<value>"}}',
        });
    });

    for (const [title, url] of [
        ["no endpoint", undefined],
        ["AWS itself", "https://ec2.us-west-2.amazonaws.com"],
        ["another machine", "http://192.168.0.2:5000"],
        ["a host that only begins like this machine", "http://localhost.example.com:5000"],
        ["what is no URL", "127.0.0.1"],
    ] as const) {
        it(`refuses ${title}: it never serves a real account`, () => {
            assert.throws(() => parseConfiguration({ region: "us-west-2" }, { AWS_ENDPOINT_URL: url }), {
                message:
                    "this stand-in of the aws provider serves an emulator on this machine and never a real account: " +
                    `AWS_ENDPOINT_URL must be http://127.0.0.1:<port>, not ${url === undefined ? "unset" : `"${url}"`}`,
            });
        });
    }

    it("takes the keys that an emulator has nothing to do for", () => {
        assert.deepStrictEqual(
            checkConfiguration({ region: "r", defaultTags: {}, skipCredentialsValidation: true, version: "7.48.0" }),
            [],
        );
    });

    it("refuses credentials, profiles and other keys", () => {
        const reason = "is not served by this stand-in, which talks to an emulator with made-up credentials";
        assert.deepStrictEqual(checkConfiguration({ accessKey: "AKIA", profile: "mine", regin: "us-west-2" }), [
            { property: "accessKey", reason: `"accessKey" ${reason}` },
            { property: "profile", reason: `"profile" ${reason}` },
            { property: "regin", reason: `"regin" ${reason} (did you mean "region"?)` },
        ]);
    });
});
