import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Workspace, type Said } from "../command";
import { rightDefinition, wrongDefinition } from "../definitions";
import { readSarif } from "../reports/sarif-schema";

type Definition = ReturnType<typeof rightDefinition>;

/** A definition whose containers of some names are privileged. */
function privileged(definition: Definition, ...names: readonly string[]): unknown {
    const containerDefinitions = definition.containerDefinitions.map((container) =>
        names.includes(container.name) ? { ...container, privileged: true } : container,
    );
    return { ...definition, containerDefinitions };
}

describe("ecs-inferentia check --baseline", () => {
    let workspace: Workspace;
    const check = (...args: string[]): Said => workspace.run(["check", "--baseline", "baseline.json", ...args]);
    const last = ({ out }: Said) => out.trimEnd().split("\n").at(-1);
    const wrong = wrongDefinition();

    beforeEach(() => {
        workspace = new Workspace();
        workspace.write("task.json", wrong);
        assert.equal(check("--update-baseline", "task.json").code, 0);
    });
    afterEach(() => workspace.remove());

    it("is a file that a review can read", () => {
        assert.deepStrictEqual(JSON.parse(readFileSync(join(workspace.folder, "baseline.json"), "utf8")), {
            version: 1,
            findings: [
                {
                    file: "task.json",
                    resource: "bert",
                    rule: "neuron-visible-devices",
                    container: "neuron-rtd",
                    property: "environment.AWS_NEURON_VISIBLE_DEVICES",
                },
            ],
        });
    });

    it("accepts what stands in it, wherever its line is and its container stands", () => {
        const containerDefinitions = [...wrong.containerDefinitions].reverse();
        workspace.write("task.json", `\n\n${JSON.stringify({ ...wrong, containerDefinitions })}`);
        assert.deepStrictEqual(check("task.json"), {
            code: 0,
            out: "1 file checked: 0 mandatory, 0 advisory, 1 in the baseline\n",
            err: "",
        });
    });

    it("fails on what is new, and shows that alone", () => {
        workspace.write("task.json", privileged(wrong, "bert"));
        const said = check("task.json");
        assert.deepStrictEqual(
            [said.code, last(said)],
            [1, "1 file checked: 1 mandatory, 0 advisory, 1 in the baseline"],
        );
        assert.ok(!said.out.includes("neuron-visible-devices"));
    });

    it("fails on a second finding of the same rule on the same resource", () => {
        workspace.write("task.json", privileged(wrong, "bert"));
        check("--update-baseline", "task.json");
        workspace.write("task.json", privileged(wrong, "bert", "neuron-rtd"));
        const said = check("task.json");
        assert.deepStrictEqual(
            [said.code, last(said)],
            [1, "1 file checked: 1 mandatory, 0 advisory, 2 in the baseline"],
        );
    });

    it("fails on the same finding in another file", () => {
        workspace.write("other.json", wrong);
        assert.equal(check("other.json").code, 1);
    });

    it("says what is gone", () => {
        workspace.write("task.json", rightDefinition());
        assert.deepStrictEqual(check("task.json"), {
            code: 0,
            out: "1 file checked: 0 mandatory, 0 advisory\n",
            err: "baseline.json: 1 finding of it is gone; --update-baseline takes what is gone out\n",
        });
    });

    it("is told to SARIF and JUnit", () => {
        workspace.write("task.json", privileged(wrong, "bert"));
        const { results } = readSarif(check("--format", "sarif", "task.json").out).runs[0] ?? { results: [] };
        assert.deepStrictEqual(results.map(({ ruleId, baselineState }) => [ruleId, baselineState]).sort(), [
            ["neuron-rtd-least-privilege", "new"],
            ["neuron-visible-devices", "unchanged"],
        ]);
        assert.match(check("--format", "junit", "task.json").out, /tests="2" failures="1" errors="0"/);
    });

    const wrongUses: [what: string, content: string | undefined, args: string[], err: RegExp][] = [
        [
            "a file that is not there",
            undefined,
            ["--baseline", "missing.json", "task.json"],
            /the baseline missing\.json cannot be read: there is no such file; --update-baseline writes it/,
        ],
        [
            "no JSON",
            "{",
            ["--baseline", "b.json", "task.json"],
            /the baseline b\.json cannot be read: it cannot be read as JSON/,
        ],
        ["another file", "{}", ["--baseline", "b.json", "task.json"], /the baseline b\.json is none of this version/],
        ["no name", undefined, ["--update-baseline", "task.json"], /name it with --baseline FILE/],
    ];
    for (const [what, content, args, message] of wrongUses) {
        it(`is refused with ${what}`, () => {
            if (content !== undefined) {
                workspace.write("b.json", content);
            }
            const { code, err } = workspace.run(["check", ...args]);
            assert.equal(code, 2);
            assert.match(err, message);
        });
    }
});
