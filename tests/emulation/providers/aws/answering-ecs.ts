import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

type Answer = (request: Record<string, unknown>) => unknown;

/** An error as Amazon ECS answers it. */
export class EcsError {
    constructor(
        readonly name: string,
        readonly message: string,
    ) {}
}

export interface AnsweringEcs {
    readonly url: string;
    /** The operations that were called, in order, with their requests. */
    readonly calls: [operation: string, request: Record<string, unknown>][];
    stop(): Promise<void>;
}

/** An Amazon ECS that answers each operation as the test says, for what an emulator cannot be brought to do. */
export async function answeringEcs(answers: Readonly<Record<string, Answer>>): Promise<AnsweringEcs> {
    const calls: AnsweringEcs["calls"] = [];
    const server = createServer((request, response) => {
        const chunks: Buffer[] = [];
        request.on("data", (chunk: Buffer) => chunks.push(chunk));
        request.on("end", () => {
            if (request.headers["x-amz-target"] === undefined) {
                // The provider asks EC2 which regions there are.
                response.end("<regionName>us-west-2</regionName>");
                return;
            }
            const operation = String(request.headers["x-amz-target"]).split(".").pop() ?? "";
            const body = JSON.parse(Buffer.concat(chunks).toString() || "{}") as Record<string, unknown>;
            calls.push([operation, body]);
            const answer =
                answers[operation]?.(body) ?? new EcsError("UnknownOperationException", `${operation} is not answered`);
            const failed = answer instanceof EcsError;
            response.writeHead(failed ? 400 : 200, { "content-type": "application/x-amz-json-1.1" });
            response.end(JSON.stringify(failed ? { __type: answer.name, message: answer.message } : answer));
        });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return {
        url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        calls,
        stop: () =>
            new Promise((resolve) => {
                server.closeAllConnections();
                server.close(() => resolve());
            }),
    };
}
