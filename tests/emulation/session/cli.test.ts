import assert from "node:assert/strict";
import { join } from "node:path";
import { version } from "@pulumi/pulumi/package.json";
import { findCli, type Ways } from "../../../emulation/pulumi-cli/find";
import { isRecentEnough, oldestVersion, pinnedVersion } from "../../../emulation/pulumi-cli/versions";

/** Ways that note which of them was taken; each but those that are given fails. */
function ways(given: Partial<Ways>): { readonly taken: string[]; readonly ways: Ways } {
    const taken: string[] = [];
    const noted =
        <Result>(name: keyof Ways, way: () => Result) =>
        () => {
            taken.push(name);
            return way();
        };
    const fails = (reason: string) => () => Promise.reject(new Error(reason));
    return {
        taken,
        ways: {
            onPath: noted("onPath", given.onPath ?? (() => Promise.resolve({ reason: "there is no pulumi on PATH" }))),
            cached: noted("cached", given.cached ?? (() => undefined)),
            download: noted("download", given.download ?? fails("fetch failed")),
            build: noted("build", given.build ?? fails("there is no go on PATH")),
        },
    };
}

const cases: readonly [title: string, given: Partial<Ways>, taken: readonly string[], found: string][] = [
    ["on PATH", { onPath: () => Promise.resolve({ path: "/bin/pulumi" }) }, ["onPath"], "/bin/pulumi"],
    ["in the cache", { cached: () => "/cache/pulumi" }, ["onPath", "cached"], "/cache/pulumi"],
    [
        "from the download site",
        { download: () => Promise.resolve("/new/pulumi") },
        ["onPath", "cached", "download"],
        "/new/pulumi",
    ],
    [
        "from Go modules",
        { build: () => Promise.resolve("/built/pulumi") },
        ["onPath", "cached", "download", "build"],
        "/built/pulumi",
    ],
];

describe("The Pulumi CLI is taken", () => {
    for (const [title, given, taken, found] of cases) {
        it(title, async () => {
            const attempt = ways(given);
            assert.deepEqual([await findCli(attempt.ways, "3.248.0", () => {}), attempt.taken], [found, taken]);
        });
    }

    it("from nowhere with one message: why each way fails, and what to install", async () => {
        const cause = { cause: new Error("getaddrinfo ENOTFOUND") };
        const attempt = ways({
            onPath: () => Promise.resolve({ reason: "/bin/pulumi is v3.100.0, older than v3.248.0" }),
            download: () => Promise.reject(new Error("fetch failed", cause)),
        });
        const said: string[] = [];
        await assert.rejects(
            findCli(attempt.ways, "3.248.0", (line) => said.push(line)),
            {
                message:
                    "No Pulumi CLI: /bin/pulumi is v3.100.0, older than v3.248.0; the official download failed " +
                    "(fetch failed: getaddrinfo ENOTFOUND); it could not be built with Go (there is no go on PATH). " +
                    "Install the Pulumi CLI, v3.248.0 or newer (https://www.pulumi.com/docs/install/), or Go 1.21 or " +
                    "newer, and run this again.",
            },
        );
        assert.deepEqual(said, [
            "The Pulumi CLI: the official download failed (fetch failed: getaddrinfo ENOTFOUND).",
            "The Pulumi CLI: it could not be built with Go (there is no go on PATH).",
        ]);
    });
});

describe("A version of the Pulumi CLI", () => {
    for (const [printed, expected] of [
        ["v3.248.0", true],
        ["v3.248.1\n", true],
        ["v3.1000.0", true],
        ["3.249.0-alpha.1", true],
        ["v3.247.9", false],
        ["v3.99.0", false],
        ["v2.300.0", false],
        ["v4.0.0", false],
        ["development", false],
        ["", false],
    ] as const) {
        it(`${JSON.stringify(printed)} is ${expected ? "" : "not "}recent enough for 3.248.0`, () => {
            assert.equal(isRecentEnough(printed, "3.248.0"), expected);
        });
    }

    it("that will do is at least the SDK's, and so is the one that go.mod pins", () => {
        const pinned = pinnedVersion(
            join(__dirname, "..", "..", "..", "emulation", "pulumi-cli"),
            "github.com/pulumi/pulumi/pkg/v3",
        );
        assert.deepEqual([oldestVersion, isRecentEnough(pinned, version)], [version, true]);
    });
});
