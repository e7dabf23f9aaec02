import js from "@eslint/js";
import { createNodeResolver, importX } from "eslint-plugin-import-x";
import tseslint from "typescript-eslint";

/**
 * What the files of each folder may import, besides each other and packages. Whoever changes it changes
 * CONTRIBUTING.md.
 */
const mayImport = {
    contract: [],
    ecs: ["contract"],
    checks: ["ecs", "contract", "package.json"],
    components: ["ecs", "contract"],
    plugin: ["components", "dist"],
    "policy-pack": ["checks/index.ts", "contract"],
    cli: ["checks/index.ts", "contract"],
    emulation: ["contract"],
    // The package stands here by its name, and is in dist.
    demo: ["index.ts", "dist", "emulation", "checks/examples"],
    "index.ts": ["dist"],
    scripts: ["checks", "ecs", "contract", "components", "plugin", "emulation"],
    bench: ["contract", "ecs", "checks", "components", "policy-pack", "cli", "emulation", "demo", "scripts", "dist"],
};

/** The walls between the folders: everything that {@link mayImport} does not name is closed, tests included. */
const walls = Object.entries(mayImport).map(([target, allowed]) => ({
    target: `./${target}`,
    from: ".",
    except: [target, ...allowed, "node_modules"].map((path) => `./${path}`),
    message: `${target} may import only ${[...allowed, "packages"].join(", ")} (see CONTRIBUTING.md).`,
}));

/** In cli/, a folder may import those before it. */
const cliFolders = ["input", "reports", "edits", "commands"];
const cliWalls = cliFolders.flatMap((folder, at) =>
    cliFolders.slice(at + 1).map((later) => ({
        target: `./cli/${folder}`,
        from: `./cli/${later}`,
        message: `cli/${folder} may not import cli/${later}.`,
    })),
);

const lineLength = { code: 120, ignoreUrls: true, ignoreRegExpLiterals: true };

export default tseslint.config(
    { ignores: ["**/dist/", "examples/", "node_modules/", "coverage/", "/reports/", ".stryker-tmp/"] },
    js.configs.recommended,
    {
        plugins: { "import-x": importX },
        settings: { "import-x/resolver-next": [createNodeResolver({ extensions: [".ts", ".mjs", ".js", ".json"] })] },
        rules: {
            "import-x/no-restricted-paths": [
                "error",
                { basePath: import.meta.dirname, zones: [...walls, ...cliWalls] },
            ],
        },
    },
    {
        files: ["**/*.ts"],
        extends: [tseslint.configs.strictTypeChecked],
        languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
        rules: {
            "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
            "@typescript-eslint/no-non-null-assertion": "error",
            "@typescript-eslint/prefer-readonly": "error",
            "@typescript-eslint/no-unused-vars": ["error", { varsIgnorePattern: "^_", argsIgnorePattern: "^_" }],
            eqeqeq: "error",
            // The formatter leaves long texts and comments. A link is one word, and so may be a regular expression.
            "max-len": ["error", lineLength],
            // `() => assert.equal(…)`, and `return` to leave early, hide nothing.
            "@typescript-eslint/no-confusing-void-expression": [
                "error",
                { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true, ignoreVoidOperator: true },
            ],
            "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
            // It takes what a callback sets, and JSON.stringify(undefined), for always the same.
            "@typescript-eslint/no-unnecessary-condition": "off",
            // What comes from other languages, and over gRPC, need not be what its type says.
            "@typescript-eslint/no-unnecessary-type-conversion": "off",
            // `() => void act()` is how a function that may return something returns nothing.
            "@typescript-eslint/no-meaningless-void-operator": "off",
            // Taking keys out of parsed JSON is what examples and fixes do.
            "@typescript-eslint/no-dynamic-delete": "off",
        },
    },
    // What touches Pulumi's inside stands in one folder.
    {
        files: ["components/**/*.ts"],
        ignores: ["components/engine/**"],
        rules: {
            "no-restricted-imports": [
                "error",
                { name: "@pulumi/pulumi/runtime", message: "Only components/engine uses Pulumi's runtime." },
            ],
        },
    },
    { files: ["tests/**/*.ts"], rules: { "@typescript-eslint/no-floating-promises": "off" } },
    // What a page says, what an example finds, and what a test is called: one whole text, as it is read and searched.
    {
        files: ["scripts/*-page.ts", "checks/examples/**/*.ts", "tests/**/*.ts"],
        rules: { "max-len": ["error", { ...lineLength, ignoreStrings: true, ignoreTemplateLiterals: true }] },
    },
    // What only some runs need is loaded when one does; a bundle loads imports at its start.
    {
        files: [
            "checks/stack/user-data.ts",
            "cli/ecs-inferentia.ts",
            "cli/input/{parse-*,json-tree,exclusion}.ts",
            "cli/edits/*.ts",
            "cli/reports/fingerprint.ts",
        ],
        rules: { "@typescript-eslint/no-require-imports": "off" },
    },
    { files: ["**/*.mjs"], languageOptions: { globals: { process: "readonly", console: "readonly" } } },
    {
        files: ["bench/program/*.js", "plugin/*.js", "tests/fixtures/cdk/*.cjs"],
        languageOptions: {
            sourceType: "commonjs",
            globals: { Buffer: "readonly", module: "writable", process: "readonly", require: "readonly" },
        },
    },
);
