import assert from "node:assert/strict";
import { refusals, sectionOf, type ReleaseState } from "../../../scripts/release/refusals";

const right: ReleaseState = {
    version: "0.2.0",
    changelog: "# Changelog\n\n## Unreleased\n\n## 0.2.0 - 2027-01-31\n\n- News.\n\n## 0.1.0 - 2026-12-01\n\n- All.\n",
    changed: [],
    commit: "c0ffee",
    taggedCommit: "c0ffee",
    otherVersions: [],
    missing: [],
    environment: { GITHUB_ACTIONS: "true", ACTIONS_ID_TOKEN_REQUEST_URL: "https://example.com/" },
};

const provenance =
    "the environment offers no provenance; push the tag, for which .github/workflows/release.yml publishes with the " +
    "identity of the workflow";

const cases: readonly [string, Partial<ReleaseState>, readonly string[]][] = [
    [
        "changes in the tree",
        { changed: [" M index.ts"] },
        ["the tree has changes:  M index.ts; commit or discard them"],
    ],
    [
        "a version without a section in the changelog",
        { changelog: "## 0.2.0-rc.1 - 2027-01-01\n\n## 0.1.0 - 2026-12-01\n" },
        ["CHANGELOG.md has no section ## 0.2.0; add one"],
    ],
    [
        "a section without a date",
        { changelog: "## 0.2.0\n\n- News.\n" },
        ["the section of CHANGELOG.md has no date; make it ## 0.2.0 - YYYY-MM-DD"],
    ],
    [
        "lines that are not of the version",
        { changelog: "## Unreleased\n\n### Added\n\n- More.\n\n## 0.2.0 - 2027-01-31\n" },
        ["CHANGELOG.md has lines under Unreleased; move them below ## 0.2.0"],
    ],
    ["a tag of another commit", { taggedCommit: "decade" }, ["the tag v0.2.0 exists, at decade; raise the version"]],
    ["a commit without the tag", { taggedCommit: undefined }, ["this commit has no tag v0.2.0; tag it"]],
    [
        "packages of several versions",
        { otherVersions: ["ecs-inferentia"] },
        ["ecs-inferentia is not of version 0.2.0; give all packages one version"],
    ],
    [
        "what this machine cannot make",
        { missing: ["the Go SDK needs go, which is not on PATH"] },
        ["the Go SDK needs go, which is not on PATH; publish on a machine that can"],
    ],
    ["a run by hand", { environment: {} }, [provenance]],
    ["a workflow without id-token: write", { environment: { GITHUB_ACTIONS: "true" } }, [provenance]],
    ["a job of GitLab without SIGSTORE_ID_TOKEN", { environment: { GITLAB_CI: "true" } }, [provenance]],
];

describe("A release", () => {
    it("is published from a workflow on the version's tag", () => assert.deepStrictEqual(refusals(right), []));

    it("is published from a job of GitLab with SIGSTORE_ID_TOKEN", () => {
        const environment = { GITLAB_CI: "true", SIGSTORE_ID_TOKEN: "token" };
        assert.deepStrictEqual(refusals({ ...right, environment }), []);
    });

    for (const [what, change, expected] of cases) {
        it(`is refused with ${what}`, () => assert.deepStrictEqual(refusals({ ...right, ...change }), expected));
    }

    it("has the section of its version as its notes", () => {
        assert.equal(sectionOf(right.changelog, "0.2.0"), " - 2027-01-31\n\n- News.\n\n");
        assert.equal(sectionOf(right.changelog, "0.2"), undefined);
    });
});
