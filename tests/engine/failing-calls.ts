import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

/** AWS that fails the first call of each action that changes something, and answers all else. */
export interface FailingAws {
    readonly url: string;
    /** The actions that have failed. */
    readonly failed: ReadonlySet<string>;
    readonly close: () => void;
}

export async function awsThatFailsEachActionOnce(endpoint: string): Promise<FailingAws> {
    const failed = new Set<string>();
    const server = createServer((request, response) => void answer(endpoint, failed, request, response));
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    return { url: `http://127.0.0.1:${port}`, failed, close: () => void server.close() };
}

async function answer(endpoint: string, failed: Set<string>, request: IncomingMessage, response: ServerResponse) {
    const { method = "POST", url = "/", headers } = request;
    const body = await text(request);
    const target = headers["x-amz-target"];
    const action = typeof target === "string" ? target.split(".").at(-1) : new URLSearchParams(body).get("Action");
    if (typeof action === "string" && !/^(?:Describe|Get|List)/.test(action) && !failed.has(action)) {
        failed.add(action);
        const message = `${action} fails once`;
        response.writeHead(400, { "content-type": target ? "application/x-amz-json-1.1" : "text/xml" });
        response.end(
            target
                ? JSON.stringify({ __type: "ClientException", message })
                : `<Response><Errors><Error><Code>ClientException</Code><Message>${message}</Message></Error></Errors>` +
                      `<Error><Code>ClientException</Code><Message>${message}</Message></Error></Response>`,
        );
        return;
    }
    const { host: _host, connection: _connection, "content-length": _length, ...given } = headers;
    const answered = await fetch(`${endpoint}${url}`, { method, headers: given as Record<string, string>, body });
    response.writeHead(answered.status, { "content-type": answered.headers.get("content-type") ?? "" });
    response.end(Buffer.from(await answered.arrayBuffer()));
}
