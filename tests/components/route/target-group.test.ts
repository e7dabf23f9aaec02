import assert from "node:assert/strict";
import { created } from "./harness";
import { right } from "./right-route";

describe("route: the target group", () => {
    it("calls gRPC, and speaks HTTPS, where that is asked for", async () => {
        const grpc = await created({ ...right, port: 8500, protocol: "GRPC", healthCheck: undefined });
        const https = await created({ ...right, protocol: "HTTPS" });
        assert.deepStrictEqual(
            [grpc, https].map(({ bert }) => [bert?.["protocol"], bert?.["protocolVersion"], bert?.["port"]]),
            [
                ["HTTP", "GRPC", 80],
                ["HTTPS", undefined, 443],
            ],
        );
    });

    it("keeps its target group where the container or its port is another", async () => {
        const { bert: before } = await created(right);
        const { bert: after } = await created({ ...right, container: "proxy", port: 80 });
        assert.deepStrictEqual(after, before);
    });
});
