import { refuses, takes } from "./harness";
import { rightOnNetwork } from "./right-route";

describe("route: whether its health check fits", () => {
    takes([
        [
            "the check of REST beside gRPC",
            { healthCheck: { server: "tensorflow-serving", modelName: "bert" } },
            rightOnNetwork,
        ],
        ["a time that the checks just fit", { healthCheck: { path: "/", readyWithin: 50 } }],
    ]);

    refuses([
        [
            "no path and no server",
            { healthCheck: undefined },
            [
                "healthCheck.path is missing; give a path that answers 200 once the model serves, or server: one of " +
                    "tensorflow-serving, torchserve, triton, vllm, tgi",
            ],
        ],
        [
            "checks that take longer than the model",
            { healthCheck: { path: "/", readyWithin: 60, interval: 30 } },
            [
                "healthCheck.readyWithin is 60, but must be at least 70 seconds: 2 checks at an interval of 30, and a timeout of " +
                    "10; raise it, or lower those",
            ],
        ],
        [
            "a timeout beyond the interval",
            { healthCheck: { path: "/", interval: 10, timeout: 10 } },
            ["healthCheck.timeout is 10, but must be below interval, which is 10 seconds; lower it"],
        ],
        [
            "both ways to check",
            { healthCheck: { path: "/", server: "vllm" } },
            ["healthCheck.path is given together with healthCheck.server; give only one of the two"],
        ],
        [
            "TensorFlow Serving without its model",
            { healthCheck: { server: "tensorflow-serving" } },
            ["healthCheck.modelName is missing; give the model's name, which is in the path of tensorflow-serving"],
        ],
        [
            "the model of another server",
            { healthCheck: { server: "vllm", modelName: "bert" } },
            ["healthCheck.modelName is given, but is for tensorflow-serving only; leave it out"],
        ],
        [
            "a server over gRPC",
            { protocol: "GRPC", healthCheck: { server: "triton" } },
            [
                "healthCheck.server is given, but checks of GRPC are calls of gRPC; leave it out, or give path: a method such as " +
                    "/grpc.health.v1.Health/Check",
            ],
        ],
        [
            "answers of a connection",
            { healthCheck: { matcher: "200" } },
            ["healthCheck.matcher is given without a path: connecting has no answer; give both, or neither"],
            rightOnNetwork,
        ],
        [
            "a check at a port that nobody maps",
            { healthCheck: { path: "/", port: 9000 } },
            ["healthCheck.port is 9000, but no container of the task maps that port over TCP; map it, or leave it out"],
        ],
        [
            "a check at a port of Docker's choice",
            { healthCheck: { path: "/", port: 80 } },
            [
                "healthCheck.port is 80, but Docker chooses the port of the instance for it anew for each task; give that mapping " +
                    "a hostPort, or leave it out, to check the route's port",
            ],
        ],
    ]);
});
