import assert from "node:assert/strict";
import { Commands } from "../../../emulation/session/commands";

const node = process.execPath;

describe("The commands of a session", () => {
    it("run in its environment and in no other, and are told apart by how they end", async () => {
        const commands = new Commands({ AWS_REGION: "us-east-1" });
        const program = 'console.log(Object.keys(process.env).sort().join()); console.error("no"); process.exit(3)';
        assert.deepEqual(await commands.run(node, ["-e", program], { env: { STACK: "dev" } }), {
            code: 3,
            stdout: "AWS_REGION,STACK\n",
            stderr: "no\n",
        });
    });

    it("are told line by line", async () => {
        const lines: string[] = [];
        const program = 'process.stdout.write("one\\ntw"); setTimeout(() => process.stdout.write("o\\n\\nthree"), 20)';
        await new Commands({}).run(node, ["-e", program], { onLine: (line) => lines.push(line) });
        assert.deepEqual(lines, ["one", "two", "", "three"]);
    });

    it("are interrupted at the session's end, which waits until they have ended in good order", async () => {
        const commands = new Commands({});
        const program =
            'process.on("SIGINT", () => setTimeout(() => { console.log("saved"); process.exit(0); }, 50)); ' +
            'setInterval(() => {}, 1000); console.log("ready")';
        let ready = () => {};
        const started = new Promise<void>((resolve) => (ready = resolve));
        let ended = false;
        const outcome = commands.run(node, ["-e", program], { onLine: ready }).finally(() => (ended = true));
        await started;
        await commands.end();
        assert.ok(ended);
        assert.deepEqual(await outcome, { code: 0, stdout: "ready\nsaved\n", stderr: "" });
    });
});
