import assert from "node:assert/strict";
import { readArguments } from "../../../cli/commands/arguments";
import { UsageError } from "../../../cli/usage-error";

const defaults = {
    command: "check",
    reports: [{ format: "text", file: undefined }],
    rules: [],
    config: undefined,
    exclude: [],
    parameters: {},
    baseline: undefined,
    failOn: "mandatory",
    updateBaseline: false,
    diff: false,
    fix: false,
    verbose: false,
    paths: ["a"],
};

describe("readArguments", () => {
    const cases: [line: string, request: object][] = [
        ["check a", defaults],
        ["check a b -", { ...defaults, paths: ["a", "b", "-"] }],
        ["check --rule neuron-ami --rule libnrt-devices a", { ...defaults, rules: ["neuron-ami", "libnrt-devices"] }],
        ["check --config c --verbose a", { ...defaults, config: "c", verbose: true }],
        ["check --exclude old --exclude *.test.json a", { ...defaults, exclude: ["old", "*.test.json"] }],
        ["check --parameter A=1 --parameter B=x=y a", { ...defaults, parameters: { A: "1", B: "x=y" } }],
        ["check --baseline b --update-baseline a", { ...defaults, baseline: "b", updateBaseline: true }],
        ["check --fix a", { ...defaults, fix: true }],
        ["check --diff a", { ...defaults, diff: true }],
        [
            "check --format json --format sarif=out.sarif a",
            {
                ...defaults,
                reports: [
                    { format: "json", file: undefined },
                    { format: "sarif", file: "out.sarif" },
                ],
            },
        ],
        ["check", { ...defaults, paths: ["."] }],
        ["check --config c", { ...defaults, config: "c", paths: [] }],
        ["check --fail-on advisory a", { ...defaults, failOn: "advisory" }],
        ["rules", { command: "rules", isJson: false }],
        ["rules --format json", { command: "rules", isJson: true }],
        ["completion bash", { command: "completion", shell: "bash" }],
        ["explain neuron-ami", { command: "explain", rule: "neuron-ami" }],
        ["check --help", { command: "help" }],
        ["-h", { command: "help" }],
        ["--version", { command: "version" }],
    ];
    for (const [line, request] of cases) {
        it(`reads: ${line}`, () => assert.deepStrictEqual(readArguments(line.split(" ")), request));
    }

    const refused: [line: string, message: string][] = [
        ["check --parameter Image a", '--parameter "Image" is not NAME=VALUE'],
        ["check --parameter =x a", '--parameter "=x" is not NAME=VALUE'],
        ["check --fix --diff a", "--diff shows what --fix would do; give one of them"],
        ["check --fix -", "standard input cannot be repaired; give --fix the paths of files"],
        ["check --diff -", "standard input cannot be repaired; give --diff the paths of files"],
        ["check --update-baseline a", "--update-baseline writes the baseline; name it with --baseline FILE"],
        [
            "check --fail-on advisry a",
            'there is no --fail-on "advisry" (did you mean advisory?); the levels are mandatory, advisory, none',
        ],
        ["rules --format sarif", "rules has the formats text and json, and takes one --format"],
        ["rules neuron-ami", 'rules takes no "neuron-ami"; ecs-inferentia explain RULE tells of one'],
        ["completion", "completion takes the name of a shell: bash, zsh, fish"],
        ["completion csh", "completion takes the name of a shell: bash, zsh, fish"],
        ["explain neuron-ami libnrt-devices", "explain takes the name of one rule; ecs-inferentia rules lists them"],
    ];
    for (const [line, message] of refused) {
        it(`refuses: ${line}`, () => assert.throws(() => readArguments(line.split(" ")), new UsageError(message)));
    }
});
