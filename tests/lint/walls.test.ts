import assert from "node:assert/strict";
import { ESLint } from "eslint";

const rules: readonly (string | null)[] = ["import-x/no-restricted-paths", "no-restricted-imports"];

/** The linter with the project's own settings, for files that need not be there; of its rules, only the walls. */
const linter = new ESLint({
    ruleFilter: ({ ruleId }) => rules.includes(ruleId),
    overrideConfig: { languageOptions: { parserOptions: { projectService: false } } },
});

/** How many walls the code would break, if it were that file. */
async function broken(filePath: string, code: string): Promise<number> {
    const messages = (await linter.lintText(code, { filePath })).flatMap((result) => result.messages);
    assert.deepStrictEqual(
        messages.filter(({ ruleId }) => !rules.includes(ruleId)),
        [],
    );
    return messages.length;
}

/** A module of each folder, and the package by its names. */
const modules = {
    contract: "contract/index",
    ecs: "ecs/known",
    checks: "checks/index",
    "checks past its door": "checks/rules/index",
    examples: "checks/examples/index",
    components: "components/index",
    "policy-pack": "policy-pack/index",
    cli: "cli/main",
    emulation: "emulation/session/index",
    demo: "demo/main",
    stack: "index",
    scripts: "scripts/documents",
    bench: "bench/judging",
    tests: "tests/reporter",
};
type Name = keyof typeof modules;
const all = Object.keys(modules) as Name[];
const checks: Name[] = ["checks", "checks past its door", "examples"];

/** What a file of each folder may import, as CONTRIBUTING.md says. */
const allowed: Record<string, readonly Name[]> = {
    "contract/made-up.ts": ["contract"],
    "ecs/made-up.ts": ["ecs", "contract"],
    "ecs/task/made-up.ts": ["ecs", "contract"],
    "checks/made-up.ts": [...checks, "ecs", "contract"],
    "checks/rules/made-up.ts": [...checks, "ecs", "contract"],
    "components/made-up.ts": ["components", "ecs", "contract"],
    "components/service/made-up.ts": ["components", "ecs", "contract"],
    "plugin/made-up.ts": ["components"],
    "policy-pack/made-up.ts": ["policy-pack", "checks", "contract"],
    "cli/made-up.ts": ["cli", "checks", "contract"],
    "cli/input/formats/made-up.ts": ["cli", "checks", "contract"],
    "emulation/session/made-up.ts": ["emulation", "contract"],
    "demo/made-up.ts": ["demo", "stack", "emulation", "examples"],
    "index.ts": ["stack"],
    "scripts/made-up.ts": ["scripts", ...checks, "ecs", "contract", "components", "emulation"],
    "bench/made-up.ts": all.filter((name) => name !== "tests" && name !== "stack"),
    "tests/cli/made-up.ts": all,
};

describe("The walls between the folders", function () {
    // The first file loads the linter.
    this.timeout(30_000);

    for (const [file, names] of Object.entries(allowed)) {
        it(`let ${file} import: ${names.join(", ")}; and nothing else`, async () => {
            const up = "../".repeat(file.split("/").length - 1) || "./";
            const passed: string[] = [];
            for (const name of all) {
                if ((await broken(file, `export * from "${up}${modules[name]}";`)) === 0) {
                    passed.push(name);
                }
            }
            assert.deepStrictEqual(passed.sort(), [...names].sort());
        });
    }

    const cliFolders = {
        "cli/input": "input/files",
        "cli/reports": "reports/finding",
        "cli/edits": "edits/diff",
        "cli/commands": "commands/usage",
    };
    Object.keys(cliFolders).forEach((folder, at, folders) => {
        it(`let ${folder} import, of the folders of cli: ${folders.slice(0, at + 1).join(", ")}`, async () => {
            const passed: string[] = [];
            for (const [name, path] of Object.entries(cliFolders)) {
                if ((await broken(`${folder}/made-up.ts`, `export * from "../${path}";`)) === 0) {
                    passed.push(name);
                }
            }
            assert.deepStrictEqual(passed, folders.slice(0, at + 1));
        });
    });

    const forms = {
        "a value": 'import { rules } from "../checks";',
        "a type": 'import type { Rule } from "../checks";',
        "a side effect": 'import "../checks";',
        "an export": 'export { rules } from "../checks";',
        "a dynamic import": 'export const checks = import("../checks");',
        "a require": 'export const checks = require("../checks");',
        "an import that is a require": 'import checks = require("../checks"); export { checks };',
        "a way around": 'import { rules } from "../contract/../checks/index";',
        "a file with its ending": 'import { rules } from "../checks/index.ts";',
        "the emulation by its name": 'import "pulumi-ecs-inferentia-emulation/session";',
    };
    for (const [form, code] of Object.entries(forms)) {
        it(`stand in the way of ${form}`, async () => assert.equal(await broken("components/made-up.ts", code), 1));
    }

    it("let components/engine import Pulumi's runtime, and no other folder of components", async () => {
        const code = 'export * from "@pulumi/pulumi/runtime";';
        assert.deepStrictEqual(
            [
                await broken("components/engine/made-up.ts", code),
                await broken("components/cluster/made-up.ts", code),
                await broken("components/made-up.ts", code),
            ],
            [0, 1, 1],
        );
    });
});
