import assert from "node:assert/strict";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { folderOf } from "./example";

describe("examples/sentiment/serve.py, with stand-ins for PyTorch, Neuron and the model", () => {
    let server: ChildProcess;
    let url: string;

    before("start it, and wait until it listens", async function () {
        this.timeout(30_000);
        server = spawn("python3", [join(folderOf("sentiment"), "serve.py")], {
            env: {
                PATH: process.env["PATH"],
                PYTHONPATH: join(__dirname, "neuron-stand-ins"),
                PYTHONDONTWRITEBYTECODE: "1",
                MODEL: "some/model",
                PORT: "0",
            },
            stdio: ["ignore", "pipe", "ignore"],
        });
        assert.ok(server.stdout);
        for await (const line of createInterface({ input: server.stdout })) {
            const [, port] = /^listening on port (\d+)$/.exec(line) ?? [];
            if (port !== undefined) {
                url = `http://127.0.0.1:${port}`;
                return;
            }
        }
        assert.fail("it ended before it listened");
    });

    after(async () => {
        server.kill();
        await once(server, "exit");
    });

    const ask = async (path: string, body?: string) => {
        const response = await fetch(`${url}${path}`, body === undefined ? {} : { method: "POST", body });
        return [response.status, await response.json()];
    };

    it("tells the load balancer that it is ready", async () => {
        assert.deepStrictEqual(await ask("/ping"), [200, { status: "ready" }]);
    });

    it("answers a text with its label and score", async () => {
        assert.deepStrictEqual(await ask("/predictions", '{"text": "It was a pleasure."}'), [
            200,
            { label: "POSITIVE", score: 0.75 },
        ]);
    });

    it("answers what is no such request with what to send", async () => {
        const wrong = [400, { error: 'send JSON such as {"text": "…"}' }];
        assert.deepStrictEqual([await ask("/predictions", "text"), await ask("/predictions", "[]")], [wrong, wrong]);
        assert.deepStrictEqual(await ask("/other"), [404, { error: "no such path" }]);
    });
});
