import manifest from "../plugin/package.json";

/** Where the package is at home: none is published yet. */
export const repository = "https://github.com/pulumi-ecs-inferentia/pulumi-ecs-inferentia";

/** The logo: where GitHub serves the file of the branch `main`. */
const logoFile = "docs/logo.svg";
const logoUrl = `${repository.replace("github.com", "raw.githubusercontent.com")}/main/${logoFile}`;

/** What the schema tells of the package beside its name, version and description. */
export const presentation = {
    displayName: "ECS Inferentia",
    publisher: "pulumi-ecs-inferentia",
    homepage: repository,
    repository,
    logoUrl,
    license: manifest.license,
    keywords: ["aws", "ecs", "inferentia", "machine-learning", "neuron", "category/cloud", "kind/component"],
};

/** The names of SDKs, and what their generators must know. */
export const languages = {
    go: {
        importBasePath: `${repository.replace("https://", "")}/sdk/go/ecsinferentia`,
        // The pools of a cluster are plain: Go would make no type for the arguments of one.
        generateExtraInputTypes: true,
    },
    // With typed dictionaries, an argument would not take the output of another component.
    python: { packageName: "pulumi_ecs_inferentia", inputTypes: "classes", pyproject: { enabled: true } },
};

/**
 * Arguments with a default that the component fills in itself, and that no other argument excludes. SDKs give each
 * default of the schema where a program gives none: of other arguments that would change what is registered, or be
 * refused.
 */
export const filledIn: readonly string[] = [
    "base",
    "canContainersAccessInstanceRole",
    "deploymentMaximumPercent",
    "deploymentMinimumHealthyPercent",
    "desiredCount",
    "enableEcsManagedTags",
    "enableExecuteCommand",
    "executeCommand",
    "ignoreDesiredCount",
    "keepOldRevisions",
    "logging",
    "scaleInCooldown",
    "scaleOutCooldown",
    "spotInstanceDraining",
    "targetCapacity",
    "waitForSteadyState",
    "warmPoolsCheck",
    "weight",
];
