/** What decides whether a version may be published. */
export interface ReleaseState {
    readonly version: string;
    readonly changelog: string;
    /** The files that differ from the commit, as git tells them. */
    readonly changed: readonly string[];
    readonly commit: string;
    /** The commit that has the version's tag; undefined where there is no such tag. */
    readonly taggedCommit: string | undefined;
    /** The versions of the published packages that differ from the version. */
    readonly otherVersions: readonly string[];
    /** What this machine cannot make. */
    readonly missing: readonly string[];
    readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Why a version may not be published, each with what to do; none where it may. */
export function refusals(state: ReleaseState): readonly string[] {
    const { version, changed, commit, taggedCommit, otherVersions, missing } = state;
    return [
        ...(changed.length > 0 ? [`the tree has changes: ${changed.join(", ")}; commit or discard them`] : []),
        ...changelogRefusals(state),
        ...(taggedCommit === undefined ? [`this commit has no tag v${version}; tag it`] : []),
        ...(taggedCommit !== undefined && taggedCommit !== commit
            ? [`the tag v${version} exists, at ${taggedCommit}; raise the version`]
            : []),
        ...otherVersions.map((other) => `${other} is not of version ${version}; give all packages one version`),
        ...missing.map((one) => `${one}; publish on a machine that can`),
        ...(offersProvenance(state.environment)
            ? []
            : [
                  "the environment offers no provenance; push the tag, for which .github/workflows/release.yml " +
                      "publishes with the identity of the workflow",
              ]),
    ];
}

function changelogRefusals({ version, changelog }: ReleaseState): readonly string[] {
    const unreleased = sectionOf(changelog, "Unreleased");
    const own = sectionOf(changelog, version);
    return [
        ...(own === undefined ? [`CHANGELOG.md has no section ## ${version}; add one`] : []),
        ...(own !== undefined && !/^ - \d{4}-\d\d-\d\d\n/.test(own)
            ? [`the section of CHANGELOG.md has no date; make it ## ${version} - YYYY-MM-DD`]
            : []),
        ...(unreleased?.includes("\n- ")
            ? [`CHANGELOG.md has lines under Unreleased; move them below ## ${version}`]
            : []),
    ];
}

/** What stands below the heading of a version, with the end of its line; undefined where there is none. */
export function sectionOf(changelog: string, version: string): string | undefined {
    return changelog
        .split(/^## /m)
        .find((section) => section.startsWith(version) && /^[ \n]/.test(section.slice(version.length)))
        ?.slice(version.length);
}

/** Whether npm finds an identity of the run to sign with, as GitHub and GitLab give one. */
function offersProvenance(environment: ReleaseState["environment"]): boolean {
    return Boolean(
        (environment["GITHUB_ACTIONS"] && environment["ACTIONS_ID_TOKEN_REQUEST_URL"]) ||
        (environment["GITLAB_CI"] && environment["SIGSTORE_ID_TOKEN"]),
    );
}
