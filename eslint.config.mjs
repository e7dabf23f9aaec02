import js from "@eslint/js";
import tseslint from "typescript-eslint";

export default tseslint.config(
    { ignores: ["**/dist/", "node_modules/", "coverage/", "/reports/", ".stryker-tmp/"] },
    js.configs.recommended,
    {
        files: ["**/*.ts"],
        extends: [tseslint.configs.recommendedTypeChecked],
        languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
        rules: {
            "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
            "@typescript-eslint/no-non-null-assertion": "error",
            "@typescript-eslint/prefer-readonly": "error",
            "@typescript-eslint/no-unused-vars": ["error", { varsIgnorePattern: "^_", argsIgnorePattern: "^_" }],
            eqeqeq: "error",
        },
    },
    { files: ["tests/**/*.ts"], rules: { "@typescript-eslint/no-floating-promises": "off" } },
    // What only some runs need is loaded when one does; a bundle loads imports at its start.
    {
        files: ["cli/parse-*.ts", "cli/fix-file.ts", "cli/diff.ts", "cli/exclusion.ts", "cli/reports/fingerprint.ts"],
        rules: { "@typescript-eslint/no-require-imports": "off" },
    },
    { files: ["**/*.mjs"], languageOptions: { globals: { process: "readonly", console: "readonly" } } },
    {
        files: ["bench/program/*.js"],
        languageOptions: { sourceType: "commonjs", globals: { process: "readonly", require: "readonly" } },
    },
);
