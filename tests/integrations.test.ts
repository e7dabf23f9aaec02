import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { version } from "../package.json";
import { inShell, Workspace } from "./cli/command";
import { repairableDefinition, rightDefinition } from "./cli/definitions";
import { blocksOf } from "./docs/pages";

const root = join(__dirname, "..");
const read = (path: string) => readFileSync(join(root, path), "utf8");

interface Action {
    readonly inputs: Readonly<Record<string, { readonly default: string }>>;
    readonly outputs: { readonly sarif: { readonly value: string } };
    readonly runs: {
        readonly steps: readonly [{ readonly id: string; readonly env: Record<string, string>; readonly run: string }];
    };
}

const action = parse(read("action.yml")) as Action;
const [step] = action.runs.steps;

interface Matcher {
    readonly owner: string;
    readonly pattern: readonly [{ readonly regexp: string } & Readonly<Record<string, number>>];
}

const [matcher] = (JSON.parse(read(".github/problem-matcher.json")) as { problemMatcher: [Matcher] }).problemMatcher;

describe("The action for GitHub", () => {
    let workspace: Workspace;

    before(() => {
        workspace = new Workspace();
        workspace.write("right.json", rightDefinition());
        workspace.write("my folder/wrong.json", repairableDefinition());
        workspace.write("bin/npx", `#!/bin/sh\necho "$1 $2" > asked\nshift 2\nexec ${inShell} "$@"\n`);
        chmodSync(join(workspace.folder, "bin/npx"), 0o755);
    });
    after(() => workspace.remove());

    /** Runs the step as a runner does, with `npx` in the place of that of npm. */
    const run = (inputs: Readonly<Record<string, string>>) => {
        const given = Object.entries(step.env).map(([variable, value]): readonly [string, string | undefined] => {
            const name = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(value)?.[1] ?? "";
            return [variable, inputs[name] ?? action.inputs[name]?.default];
        });
        workspace.write("output", "");
        const { status, stdout } = spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", step.run], {
            cwd: workspace.folder,
            encoding: "utf8",
            env: {
                ...process.env,
                ...Object.fromEntries(given),
                NO_COLOR: "1",
                PATH: `${join(workspace.folder, "bin")}:${process.env["PATH"] ?? ""}`,
                RUNNER_TEMP: workspace.folder,
                GITHUB_OUTPUT: join(workspace.folder, "output"),
                GITHUB_ACTION_PATH: root,
            },
        });
        return { status, lines: stdout.split("\n") };
    };
    const written = (file: string) => readFileSync(join(workspace.folder, file), "utf8");

    it("checks the paths by the command's own version, marks the findings, and fails for mandatory ones", () => {
        const { status, lines } = run({ path: "right.json\nmy folder\n" });
        assert.equal(status, 1);
        assert.equal(written("asked"), `--yes ecs-inferentia@${version}\n`);
        assert.equal(written("output"), `sarif=${join(workspace.folder, "ecs-inferentia.sarif")}\n`);
        assert.equal(action.outputs.sarif.value, `\${{ steps.${step.id}.outputs.sarif }}`);
        const { runs } = JSON.parse(written("ecs-inferentia.sarif")) as { runs: [{ results: object[] }] };
        assert.equal(runs[0].results.length, 1);
        const from = lines.indexOf(`::add-matcher::${join(root, ".github", "problem-matcher.json")}`);
        assert.ok(existsSync(join(root, ".github", "problem-matcher.json")));
        const [stop, marked, start, end] = lines.slice(from + 1);
        assert.match(marked ?? "", /^my folder\/wrong\.json:\d+:\d+: error: .* \[neuron-visible-devices\]$/);
        assert.equal(end, `::remove-matcher owner=${matcher.owner}::`);
        // What a file is called, or holds, is no command for the runner.
        assert.equal(`::${(stop ?? "").replace("::stop-commands::", "")}::`, start);
    });

    it("takes a configuration and a level, and says nothing where nothing is found", () => {
        workspace.write("config.json", { "neuron-visible-devices": "disabled" });
        const { status, lines } = run({
            path: "my folder",
            config: "config.json",
            "fail-on": "advisory",
            format: "gcc",
        });
        assert.deepStrictEqual([status, lines.filter((line) => !line.startsWith("::"))], [0, [""]]);
        assert.equal(run({ path: "my folder", "fail-on": "none" }).status, 0);
        assert.equal(run({ path: "none.json" }).status, 2);
    });
});

describe("The problem matcher", () => {
    it("takes file, line, column, severity, message and rule of each finding, once", () => {
        const workspace = new Workspace();
        try {
            workspace.write("wrong.json", repairableDefinition());
            const [text, json] = ["gcc", "json"].map(
                (format) => workspace.run(["check", "--format", format, "wrong.json"]).out,
            ) as [string, string];
            const [pattern] = matcher.pattern;
            const found = text.split("\n").flatMap((line) => {
                const groups = new RegExp(pattern.regexp).exec(line);
                const names = ["file", "line", "column", "severity", "message", "code"];
                return groups === null ? [] : [names.map((name) => groups[pattern[name] ?? 0])];
            });
            const { findings } = JSON.parse(json) as { findings: Readonly<Record<string, string | number>>[] };
            assert.deepStrictEqual(
                found,
                findings.map(({ file, line, column, message, rule }) =>
                    [file, line, column, "error", message, rule].map(String),
                ),
            );
            assert.equal(found.length, 1);
        } finally {
            workspace.remove();
        }
    });
});

describe("What brings the command into other tools", () => {
    const files = ["action.yml", ".pre-commit-hooks.yaml", "Dockerfile"];
    const guides = ["docs/guides/policy-in-ci.md", "docs/guides/command.md"];

    for (const file of [...files, ...guides]) {
        it(`names the version of the package: ${file}`, () => {
            const named = read(file).matchAll(/(?:ecs-inferentia@v?|VERSION=|rev: v|default: )(\d+\.\d+\.\d+)/g);
            const versions = Array.from(named, ([, one]) => one);
            assert.ok(versions.length > 0);
            assert.deepStrictEqual(new Set(versions), new Set([version]));
        });
    }

    it("pins actions of others to a commit, and asks for no more than it needs, in the guide", () => {
        const blocks = blocksOf("docs/guides/policy-in-ci.md", "yaml").map(({ text }) => text);
        const used = blocks.flatMap((text) => Array.from(text.matchAll(/uses: (\S+)( # v[\d.]+)?/g)));
        const others = used.filter(([, name]) => !name?.startsWith("pulumi-ecs-inferentia/"));
        assert.ok(others.length > 0 && others.length < used.length);
        others.forEach(([text]) => assert.match(text, /@[\da-f]{40} # v\d/));
        const workflow = parse(blocks[0] ?? "") as { permissions: object };
        assert.deepStrictEqual(workflow.permissions, { contents: "read", "security-events": "write" });
    });

    it("runs in its container as another user than root, on files that are there", () => {
        const lines = read("Dockerfile").split("\n");
        const values = (instruction: string) =>
            lines.flatMap((line) => (line.startsWith(`${instruction} `) ? [line.slice(instruction.length + 1)] : []));
        assert.deepStrictEqual(values("USER"), ["node"]);
        assert.deepStrictEqual(values("ENTRYPOINT"), ['["ecs-inferentia"]']);
        [...values("COPY"), ...values("ADD")].forEach((text) => {
            assert.ok(
                text
                    .split(" ")
                    .slice(0, -1)
                    .every((path) => existsSync(join(root, path))),
                text,
            );
        });
    });
});
