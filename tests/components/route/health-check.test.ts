import assert from "node:assert/strict";
import { RouteProtocol } from "../../../components";
import { secondsToHealthy, targetGroupCheck } from "../../../components/route/health-check";

const { Grpc, Http, Https, Tcp, Tls } = RouteProtocol;
const times = { interval: 20, timeout: 10, healthyThreshold: 2, unhealthyThreshold: 3 };
const port = "traffic-port";

describe("route: health check", () => {
    const cases: readonly (readonly [string, RouteProtocol, object, object])[] = [
        ["a path over HTTP", Http, { path: "/ping" }, { protocol: "HTTP", path: "/ping", matcher: "200" }],
        ["a path over HTTPS", Https, { path: "/ping" }, { protocol: "HTTPS", path: "/ping", matcher: "200" }],
        ["other answers", Http, { path: "/", matcher: "200-299" }, { protocol: "HTTP", path: "/", matcher: "200-299" }],
        ["a connection", Tcp, {}, { protocol: "TCP" }],
        ["a path beside TLS", Tls, { path: "/ping" }, { protocol: "HTTP", path: "/ping", matcher: "200" }],
        ["the method of the balancer", Grpc, {}, { protocol: "HTTP", path: "/AWS.ALB/healthcheck", matcher: "12" }],
        [
            "a method of gRPC",
            Grpc,
            { path: "/grpc.health.v1.Health/Check" },
            { protocol: "HTTP", path: "/grpc.health.v1.Health/Check", matcher: "0" },
        ],
        [
            "TensorFlow Serving",
            Tcp,
            { server: "tensorflow-serving", modelName: "bert" },
            { protocol: "HTTP", path: "/v1/models/bert", matcher: "200" },
        ],
        ["TorchServe", Http, { server: "torchserve" }, { protocol: "HTTP", path: "/ping", matcher: "200" }],
        ["Triton", Http, { server: "triton" }, { protocol: "HTTP", path: "/v2/health/ready", matcher: "200" }],
        ["vLLM", Http, { server: "vllm" }, { protocol: "HTTP", path: "/health", matcher: "200" }],
        ["TGI", Http, { server: "tgi" }, { protocol: "HTTP", path: "/health", matcher: "200" }],
    ];
    for (const [what, protocol, check, expected] of cases) {
        it(`asks for ${what}`, () => {
            assert.deepStrictEqual(targetGroupCheck(protocol, check, port), { ...expected, port, ...times });
        });
    }

    it("keeps its time for an answer below a short interval", () => {
        assert.equal(targetGroupCheck(Tcp, { interval: 5 }, port).timeout, 4);
    });

    it("needs the interval times the successes, and an answer, to find a task healthy", () => {
        assert.equal(secondsToHealthy({}), 50);
        assert.equal(secondsToHealthy({ interval: 30, timeout: 5, healthyThreshold: 5 }), 155);
    });
});
