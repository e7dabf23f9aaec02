import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { enterProject, operate, projectRoot, pulumi } from "../../emulation/session";
import { describeOnTheEngine } from "./engine";
import { errors, Stack } from "./stack";

/** Opens a session in another process, ends that process, and waits until emulator and folder are gone. */
async function endedBy(end: NodeJS.Signals | "throw"): Promise<void> {
    const owner = spawn(process.execPath, ["--import", "tsx", join(__dirname, "open-session.ts"), end], {
        stdio: ["ignore", "pipe", "ignore"],
    });
    const [line] = (await once(createInterface({ input: owner.stdout }), "line")) as [string];
    const { endpoint, folder } = JSON.parse(line) as { endpoint: string; folder: string };
    if (end !== "throw") {
        assert.ok((await fetch(`${endpoint}/moto-api/`)).ok && existsSync(folder));
        owner.kill(end);
    }
    while (existsSync(folder) || (await answers(endpoint))) {
        await sleep(50);
    }
}

function answers(endpoint: string): Promise<boolean> {
    return fetch(`${endpoint}/moto-api/`).then(
        () => true,
        () => false,
    );
}

describeOnTheEngine("a session", (session) => {
    for (const end of ["SIGKILL", "SIGTERM", "SIGINT", "throw"] as const) {
        it(`leaves no emulator and no folder when its process ends by ${end}`, () => endedBy(end));
    }

    it("runs a project of one's own, with node_modules of its own, and leaves its settings alone", async () => {
        const own = join(session().folder, "own");
        const modules = join(own, "node_modules", "@pulumi");
        mkdirSync(modules, { recursive: true });
        for (const name of ["aws", "pulumi"]) {
            symlinkSync(join(projectRoot, "node_modules", "@pulumi", name), join(modules, name));
        }
        writeFileSync(join(own, "Pulumi.yaml"), "name: own\nruntime: nodejs\n");
        writeFileSync(join(own, "package.json"), '{ "name": "own" }');
        writeFileSync(
            join(own, "index.js"),
            'const { LogGroup } = require("@pulumi/aws/cloudwatch");\n' +
                'exports.arn = new LogGroup("own", { name: "/own" }).arn;\n',
        );
        const folder = await enterProject(session(), own, "dev", () => {});
        const up = await operate(session(), ["up", "--yes", "--skip-preview"], { cwd: folder });
        assert.deepEqual([up.code, errors(up)], [0, ""]);
        const { stdout } = await pulumi(session(), ["stack", "output", "arn"], { cwd: folder });
        assert.match(stdout, /^arn:aws:logs:us-east-1:\d{12}:log-group:\/own\n$/);
        assert.deepEqual(readdirSync(own).sort(), ["Pulumi.yaml", "index.js", "node_modules", "package.json"]);
        assert.equal((await operate(session(), ["destroy", "--yes", "--skip-preview"], { cwd: folder })).code, 0);
    });

    it("takes no provider from PATH, where the user's real one may be", async () => {
        const bin = join(session().folder, "bin");
        const real = join(bin, "pulumi-resource-aws");
        mkdirSync(bin);
        writeFileSync(real, "#!/bin/sh\nexit 1\n");
        chmodSync(real, 0o755);
        const file = join(session().folder, "one-task.json");
        writeFileSync(
            file,
            JSON.stringify({
                web: { family: "web", containerDefinitions: [{ name: "web", image: "nginx:1", memory: 128 }] },
            }),
        );
        const stack = await Stack.make(session(), join(__dirname, "programs", "task-definitions"), "path");
        const preview = await stack.preview([], { TASK_DEFINITIONS: file, PATH: `${bin}:${session().env["PATH"]}` });
        assert.deepEqual([preview.code, errors(preview)], [0, ""]);
    });
});
