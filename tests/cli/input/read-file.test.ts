import assert from "node:assert/strict";
import { Workspace } from "../command";
import { wrongDefinition } from "../definitions";

describe("ecs-inferentia check, reading a file,", () => {
    const workspace = new Workspace();
    after(() => workspace.remove());

    it("reads standard input", () => {
        const { code, out } = workspace.run(["check", "-"], JSON.stringify(wrongDefinition()));
        assert.equal(code, 1);
        assert.match(
            out,
            /^-:1:\d+ {2}neuron-visible-devices {2}mandatory · critical {2}bert, container "neuron-rtd"\n/,
        );
    });

    const encodings: [string, (text: string) => Buffer][] = [
        ["UTF-16", (text) => Buffer.from(`\uFEFF${text}`, "utf16le")],
        ["Latin-1", (text) => Buffer.from(text.replace("bert", "b\u00ebrt"), "latin1")],
        ["UTF-8 with a byte order mark", (text) => Buffer.from(`\uFEFF${text}`)],
        ["Windows line ends", (text) => Buffer.from(text.replaceAll("\n", "\r\n"))],
    ];
    for (const [what, encoded] of encodings) {
        it(`judges a text in ${what} as any other, at the same lines`, () => {
            const text = JSON.stringify(wrongDefinition(), undefined, 2);
            workspace.write("plain.json", text);
            workspace.write("encoded.json", encoded(text));
            const plain = workspace.run(["check", "plain.json"]);
            const { code, out } = workspace.run(["check", "encoded.json"]);
            assert.deepStrictEqual(
                [code, out.replaceAll("encoded", "plain").replaceAll("\u00eb", "e")],
                [1, plain.out],
            );
        });
    }
});
