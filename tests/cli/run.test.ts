import assert from "node:assert/strict";
import { join } from "node:path";
import { run } from "../../cli/run";
import { Workspace } from "./command";

/** What the command says, and how it ends, in this process. */
function said(args: readonly string[]): { readonly code: number; readonly out: string; readonly err: string } {
    let [out, err] = ["", ""];
    const code = run(
        args,
        "1.2.3",
        (text) => (out += text),
        (text) => (err += text),
    );
    return { code, out, err };
}

describe("run", () => {
    it("prints the version that it is given", () => {
        assert.deepStrictEqual(said(["--version"]), { code: 0, out: "1.2.3\n", err: "" });
    });

    const wrongUses: [args: string[], err: RegExp][] = [
        [[], /^ecs-inferentia: which command\? the commands are check, migrate, rules, explain, completion\n$/],
        [
            ["chek", "a"],
            /^ecs-inferentia: there is no command "chek" \(did you mean check\?\); the commands are check, migrate, rules, explain, completion\n$/,
        ],
        [["check", "--format", "srif", "a"], /^ecs-inferentia: there is no format "srif" \(did you mean sarif\?\)/],
        [
            ["check", "--rule", "neuron-rtd-adress", "a"],
            /^ecs-inferentia: there is no rule "neuron-rtd-adress" \(did you mean neuron-rtd-address\?\)/,
        ],
        [
            ["check", "--config", "/there/is/no.json", "a"],
            /^ecs-inferentia: the configuration \/there\/is\/no\.json cannot be read: there is no such file/,
        ],
        [["explain"], /^ecs-inferentia: explain takes the name of one rule; ecs-inferentia rules lists them\n$/],
        [["explain", "neuron-amy"], /^ecs-inferentia: there is no rule "neuron-amy" \(did you mean neuron-ami\?\)/],
        [["explian", "neuron-ami"], /^ecs-inferentia: there is no command "explian" \(did you mean explain\?\)/],
    ];
    for (const [args, message] of wrongUses) {
        it(`returns 2 and says why, without a report, for: ecs-inferentia ${args.join(" ")}`, () => {
            const { code, out, err } = said(args);
            assert.deepStrictEqual([code, out], [2, ""]);
            assert.match(err, message);
        });
    }

    it("judges a configuration alone, where check is given no path, and tells a misspelt policy what it may be", () => {
        const workspace = new Workspace();
        const written = (name: string, content: object) => join(workspace.folder, workspace.write(name, content));
        const right = written("right.json", { all: "mandatory", "neuron-suppressed": "advisory" });
        const misspelt = written("misspelt.json", { "neuron-placment": "advisory" });
        try {
            assert.deepStrictEqual(
                [said(["check", "--config", right]), said(["check", "--config", misspelt])],
                [
                    { code: 0, out: `the configuration ${right} is right\n`, err: "" },
                    {
                        code: 2,
                        out: "",
                        err:
                            `ecs-inferentia: the configuration ${misspelt} is wrong:\n` +
                            '  - there is no rule "neuron-placment" (did you mean neuron-placement?)\n',
                    },
                ],
            );
        } finally {
            workspace.remove();
        }
    });
});
