import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { motoPython } from "../../emulation/moto/environment";
import type { MotoServer } from "../../emulation/moto/server";
import { Aws } from "../../emulation/providers/aws/aws";
import { projectRoot } from "../../emulation/session";
import { emulatorFor, region } from "../emulation/providers/aws/emulator";
import { folderOf } from "./example";

/** A model that has no chip: it fails on the job "bad". */
const model = 'def predict(job):\n    if job == "bad":\n        raise ValueError(job)\n    return f"did {job}"\n';

describe("the worker of the example queue-worker", function () {
    this.timeout(60_000);
    let server: MotoServer;

    before(async function () {
        server = await emulatorFor(this);
    });

    after(() => server?.stop());

    it("deletes the jobs that it has done, leaves those that fail, and ends when it is told to", async () => {
        const sqs = await new Aws(server.endpoint, region).sqs();
        const { QueueUrl = "" } = await sqs.createQueue({
            QueueName: "jobs",
            Attributes: { ReceiveMessageWaitTimeSeconds: "1", VisibilityTimeout: "900" },
        });
        for (const MessageBody of ["bad", "good"]) {
            await sqs.sendMessage({ QueueUrl, MessageBody });
        }
        const folder = mkdtempSync(join(tmpdir(), "pulumi-ecs-inferentia-worker-"));
        cpSync(join(folderOf("queue-worker"), "worker", "worker.py"), join(folder, "worker.py"));
        writeFileSync(join(folder, "model.py"), model);
        const worker = spawn(await motoPython(join(projectRoot, "emulation/moto"), console.warn), ["worker.py"], {
            cwd: folder,
            env: {
                AWS_ACCESS_KEY_ID: "emulation",
                AWS_SECRET_ACCESS_KEY: "emulation",
                AWS_DEFAULT_REGION: region,
                AWS_ENDPOINT_URL: server.endpoint,
                QUEUE_URL: QueueUrl,
            },
            stdio: ["ignore", "pipe", "inherit"],
        });
        const said: string[] = [];
        for await (const line of createInterface({ input: worker.stdout })) {
            said.push(line.replace(/[0-9a-f-]{36}/, "ID"));
            if (said.length === 2) {
                worker.kill("SIGTERM");
            }
        }
        if (worker.exitCode === null) {
            await once(worker, "exit");
        }
        assert.deepEqual([worker.exitCode, said.sort()], [0, ["did good", "job ID failed: ValueError('bad')"]]);
        const { Attributes: left } = await sqs.getQueueAttributes({ QueueUrl, AttributeNames: ["All"] });
        assert.deepEqual([left?.ApproximateNumberOfMessages, left?.ApproximateNumberOfMessagesNotVisible], ["0", "1"]);
    });
});
