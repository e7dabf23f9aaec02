import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createHash, createHmac } from "node:crypto";
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { awsRequest } from "../../components/launch-template/aws-request";

const keys = { AccessKeyId: "AKIDEXAMPLE", SecretAccessKey: "secret/+key", Token: "token==" };

/** The instance metadata service, by path; a session token opens it. */
const metadata: Readonly<Record<string, string>> = {
    "/latest/meta-data/iam/security-credentials/": "ml-role",
    "/latest/meta-data/iam/security-credentials/ml-role": JSON.stringify(keys),
    "/latest/meta-data/placement/region": "us-west-2",
    "/latest/meta-data/services/domain": "amazonaws.com",
};

interface Received {
    readonly headers: IncomingHttpHeaders;
    readonly body: string;
}

/** What AWS computes of a request, to compare it with the signature in it. */
function signatureOf({ headers, body }: Received): string {
    const [, scope = "", signed = ""] =
        /Credential=[^/]+\/(\S+), SignedHeaders=(\S+),/.exec(String(headers.authorization)) ?? [];
    const sha = (text: string) => createHash("sha256").update(text).digest("hex");
    const lines = signed.split(";").map((name) => `${name}:${String(headers[name])}\n`);
    const request = ["POST", "/", "", lines.join(""), signed, sha(body)].join("\n");
    const key = scope
        .split("/")
        .reduce<Buffer>(
            (secret, part) => createHmac("sha256", secret).update(part).digest(),
            Buffer.from(`AWS4${keys.SecretAccessKey}`),
        );
    const text = ["AWS4-HMAC-SHA256", headers["x-amz-date"], scope, sha(request)].join("\n");
    return createHmac("sha256", key).update(text).digest("hex");
}

describe("an instance that asks AWS as its role", () => {
    let server: Server;
    let received: Received | undefined;
    let status = 200;

    beforeEach(async () => {
        [received, status] = [undefined, 200];
        server = createServer((request, response) => {
            let body = "";
            request.on("data", (chunk) => (body += String(chunk)));
            request.on("end", () => {
                const isToken = request.method === "PUT" && request.url === "/latest/api/token";
                if (request.method === "POST") {
                    received = { headers: request.headers, body };
                    response.writeHead(status).end(status === 200 ? "answer" : "<Message>no such hook</Message>");
                } else if (isToken || request.headers["x-aws-ec2-metadata-token"] === "session") {
                    response.end(isToken ? "session" : metadata[request.url ?? ""]);
                } else {
                    response.writeHead(401).end();
                }
            });
        });
        await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    });

    afterEach(() => server.close());

    /** Runs the program with this machine in the place of the metadata service and of AWS. */
    async function ask(...args: readonly string[]): Promise<{ code: unknown; said: string }> {
        const here = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
        const program = awsRequest
            .slice(1, awsRequest.indexOf("END"))
            .join("\n")
            .replace("http://169.254.169.254", here)
            .replace('"https://" + host', `"${here}"`);
        const child = spawn("python3", ["-", ...args], { stdio: ["pipe", "pipe", "pipe"] });
        child.stdin.end(program);
        let said = "";
        for (const stream of [child.stdout, child.stderr]) {
            stream.on("data", (chunk) => (said += String(chunk)));
        }
        const code = await new Promise((resolve) => child.on("close", resolve));
        return { code, said };
    }

    const operation = "AmazonEC2ContainerRegistry_V20150921.GetAuthorizationToken";
    const requests: readonly [string, readonly string[], Readonly<Record<string, string | undefined>>][] = [
        [
            "a JSON API in a region that is given",
            ["ecr", "eu-west-1", operation, "{}"],
            {
                host: "api.ecr.eu-west-1.amazonaws.com",
                "content-type": "application/x-amz-json-1.1",
                "x-amz-target": operation,
            },
        ],
        [
            "a query API in its own region",
            ["autoscaling", "", "", "Action=DescribeAutoScalingInstances"],
            {
                host: "autoscaling.us-west-2.amazonaws.com",
                "content-type": "application/x-www-form-urlencoded",
                "x-amz-target": undefined,
            },
        ],
    ];
    for (const [what, args, headers] of requests) {
        it(`signs a request to ${what}`, async () => {
            assert.deepStrictEqual(await ask(...args), { code: 0, said: "answer\n" });
            const signed = [
                "content-type;host;x-amz-date;x-amz-security-token",
                ...(headers["x-amz-target"] === undefined ? [] : ["x-amz-target"]),
            ].join(";");
            const { headers: sent, body } = received as unknown as Received;
            assert.deepStrictEqual(
                [
                    { host: sent.host, "content-type": sent["content-type"], "x-amz-target": sent["x-amz-target"] },
                    body,
                    sent["x-amz-security-token"],
                    /SignedHeaders=(\S+), Signature=(\w+)$/.exec(String(sent.authorization))?.slice(1),
                ],
                [headers, args[3], keys.Token, [signed, signatureOf({ headers: sent, body })]],
            );
        });
    }

    it("says what AWS answers to a request that fails", async () => {
        status = 400;
        const { code, said } = await ask("autoscaling", "", "", "Action=CompleteLifecycleAction");
        assert.equal(code, 1);
        assert.match(said, /^ecs-inferentia: HTTP Error 400: Bad Request .*no such hook/);
    });
});
