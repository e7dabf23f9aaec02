import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

/** AWS for somebody whose credentials have expired: it tells its regions, and refuses all else. */
export async function awsWithExpiredCredentials(endpoint: string): Promise<{ url: string; close: () => void }> {
    const server = createServer((request, response) => void answer(endpoint, request, response));
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => void server.close() };
}

async function answer(endpoint: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request);
    if (body.includes("Action=DescribeRegions")) {
        const { authorization = "", "content-type": type = "" } = request.headers;
        const headers = { authorization, "content-type": type };
        response.end(await (await fetch(endpoint, { method: "POST", headers, body })).text());
        return;
    }
    const isJson = request.headers["content-type"]?.includes("json") ?? false;
    response.writeHead(400, { "content-type": isJson ? "application/x-amz-json-1.1" : "text/xml" });
    response.end(isJson ? ofSystemsManager : ofEc2);
}

const ofSystemsManager = JSON.stringify({
    __type: "ExpiredTokenException",
    message: "The security token included in the request is expired",
});
const ofEc2 =
    "<Response><Errors><Error><Code>RequestExpired</Code><Message>Request has expired.</Message></Error></Errors>" +
    "<RequestID>1</RequestID></Response>";
