import assert from "node:assert/strict";
import { stringify } from "yaml";
import { codeFrame } from "../../../../cli/reports/frame/code-frame";
import { Lines } from "../../../../cli/input/position";
import { framed, linesOf } from "./framed";

describe("A line in a code frame", () => {
    const yaml: [what: string, text: string, part: string, shown: string][] = [
        ["plain values", "Name: bert\nPassword: s3cr3t x", "bert", "1 | Name: bert\n  |       ^^^^"],
        [
            "other values than those of a container's user",
            "User: '0:0'\nPin: s3cr3t",
            "'0:0'",
            "1 | User: '0:0'\n  |       ^^^^^",
        ],
        ["flow values", "A: {Name: b, Value: !Ref s3cr3t}", "b,", "1 | A: {Name: b, Value: !Ref …}\n  |           ^^"],
        ["comments", "Name: b # s3cr3t", "b", "1 | Name: b #…\n  |       ^"],
        [
            "a script",
            "UserData: |\n  export T=s3cr3t\nName: b",
            "b",
            "1 | UserData: |\n2 |   …\n3 | Name: b\n  |       ^",
        ],
        ["numbers, but of sizes", "Pin: 1234\nCpu: 256", "256", "1 | Pin: …\n2 | Cpu: 256\n  |      ^^^"],
        [
            "names of anchors and aliases",
            "A: &s3cr3t b\nName: *s3cr3t\nName: web",
            "web",
            "1 | A: … …\n2 | Name: …\n3 | Name: web\n  |       ^^^",
        ],
        [
            "a value that goes on, behind whatever tag",
            'Value: !Sub "s3cr3t\n  name: s3cr3t"\nName: !Sub web',
            "web",
            '1 | Value: !Sub "…"\n2 |   …\n3 | Name: !Sub web\n  |            ^^^',
        ],
    ];
    for (const [what, text, part, shown] of yaml) {
        it(`hides what may be secret in YAML: ${what}`, () => assert.equal(framed(text, part), shown));
    }

    /** Texts that could pass for something else than a value. */
    const secrets = [
        "s3cr3t",
        "name: s3cr3t",
        'x "name": "s3cr3t"',
        "# it's s3cr3t:",
        "it is name: s3cr3t and then image: s3cr3t, privileged: s3cr3t",
        "so says one, 'name':s3cr3t and then \"image\":s3cr3t",
        "1234 s3cr3t 5678",
        "a\n  name: s3cr3t\n\nimage: s3cr3t",
    ];
    const forms: [string, (data: unknown) => string][] = [
        ["JSON", (data) => JSON.stringify(data, undefined, 2)],
        ["JSON on one line", (data) => JSON.stringify(data)],
        ["YAML", (data) => stringify(data)],
        ["YAML in flow style", (data) => stringify(data, { collectionStyle: "flow" })],
        [
            "YAML in quotes over several lines",
            (data) => stringify(data, { defaultStringType: "QUOTE_DOUBLE", lineWidth: 20 }),
        ],
        [
            "YAML in single quotes over several lines",
            (data) => stringify(data, { defaultStringType: "QUOTE_SINGLE", lineWidth: 20 }),
        ],
        [
            "YAML without quotes over several lines",
            (data) => stringify(data, { defaultStringType: "PLAIN", lineWidth: 20 }),
        ],
        ["YAML in quotes", (data) => stringify(data, { defaultStringType: "QUOTE_SINGLE", lineWidth: 0 })],
    ];
    for (const [form, write] of forms) {
        it(`shows no secret at any line of ${form}`, () => {
            for (const secret of secrets) {
                const environment = [{ name: "PASSWORD", value: secret }];
                const container = { name: "bert", command: [secret, "-p", secret], environment, essential: true };
                const text = write({ Resources: { UserData: secret, Containers: [container] }, Password: secret });
                const lines = linesOf(text);
                text.split("\n").forEach((line, index) => {
                    const [at, column] = [index + 1, line.length - line.trimStart().length + 1];
                    const position = { line: at, column, endLine: at, endColumn: line.length + 1 };
                    const shown = codeFrame(lines, position, false)?.lines.join("\n") ?? "";
                    assert.ok(!shown.includes("s3cr3t"), `${text}\n\n${shown}`);
                });
            }
        });
    }

    it("shows of a text whose keys and values are not known only its punctuation", () => {
        const lines = new Lines('{ "name": "s3cr3t", a: [s3cr3t] }');
        assert.deepStrictEqual(codeFrame(lines, lines.range(0, 1), false)?.lines, ["1 | { … …, … […] }"]);
    });
});
