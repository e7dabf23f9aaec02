import assert from "node:assert/strict";
import { defaultHostPort, stored } from "../../../ecs/render/stored";
import { UNKNOWN, type Known } from "../../../ecs/known";
import type { Container, PortMapping } from "../../../ecs/render/container";

const logs: Container = { name: "logs", image: "logs:1" };

/** The least container as ECS stores it, in a task that says nothing of where it logs. */
const least = {
    ...logs,
    cpu: 0,
    essential: true,
    environment: [],
    mountPoints: [],
    portMappings: [],
    logConfiguration: undefined,
};

describe("A container as ECS stores it", () => {
    const containers: [string, given: Partial<Container>, stored: object][] = [
        ["has ECS's defaults where it says nothing", {}, {}],
        [
            "has the times of a health check that gives none",
            { healthCheck: { command: ["CMD", "true"] } },
            { healthCheck: { command: ["CMD", "true"], interval: 30, timeout: 5, retries: 3 } },
        ],
        [
            "keeps a health check that is given in full",
            { healthCheck: { command: ["CMD", "true"], interval: 10, timeout: 2, retries: 1 } },
            { healthCheck: { command: ["CMD", "true"], interval: 10, timeout: 2, retries: 1 } },
        ],
        [
            "adds no capability beside those that it drops",
            { linuxParameters: { capabilities: { drop: ["NET_RAW"] } } },
            { linuxParameters: { capabilities: { add: [], drop: ["NET_RAW"] } } },
        ],
        [
            "drops no capability beside those that it adds",
            { linuxParameters: { capabilities: { add: ["SYS_PTRACE"] } } },
            { linuxParameters: { capabilities: { add: ["SYS_PTRACE"], drop: [] } } },
        ],
        [
            "has a device at its own path where it names no other",
            {
                linuxParameters: {
                    devices: [{ hostPath: "/dev/fuse" }, { hostPath: "/dev/a", containerPath: "/dev/b" }],
                },
            },
            {
                linuxParameters: {
                    devices: [
                        { hostPath: "/dev/fuse", containerPath: "/dev/fuse" },
                        { hostPath: "/dev/a", containerPath: "/dev/b" },
                    ],
                },
            },
        ],
        [
            "runs as root where it routes logs",
            { firelensConfiguration: { type: "fluentbit" } },
            { firelensConfiguration: { type: "fluentbit" }, user: "0" },
        ],
        [
            "is not known in the lists and records that are not",
            {
                environment: UNKNOWN,
                mountPoints: UNKNOWN,
                portMappings: UNKNOWN,
                healthCheck: UNKNOWN,
                linuxParameters: UNKNOWN,
                logConfiguration: UNKNOWN,
            },
            {
                environment: UNKNOWN,
                mountPoints: UNKNOWN,
                portMappings: UNKNOWN,
                healthCheck: UNKNOWN,
                linuxParameters: UNKNOWN,
                logConfiguration: UNKNOWN,
            },
        ],
        [
            "is not known in the items that are not",
            { portMappings: [UNKNOWN], linuxParameters: { capabilities: UNKNOWN, devices: [UNKNOWN] } },
            { portMappings: [UNKNOWN], linuxParameters: { capabilities: UNKNOWN, devices: [UNKNOWN] } },
        ],
    ];
    for (const [what, given, expected] of containers) {
        it(what, () =>
            assert.deepStrictEqual(stored({ ...logs, ...given }, { region: "us-east-1" }), { ...least, ...expected }),
        );
    }

    it("logs to the task's log group, in a stream of its name", () => {
        const { logConfiguration } = stored(logs, { region: "us-east-1", logGroup: "/ecs/task" });
        assert.deepStrictEqual(logConfiguration, {
            logDriver: "awslogs",
            options: {
                "awslogs-group": "/ecs/task",
                "awslogs-region": "us-east-1",
                "awslogs-stream-prefix": "logs",
            },
        });
    });
});

describe("A port of a container as ECS stores it", () => {
    const ports: [string, Known<string> | undefined, given: PortMapping, stored: PortMapping][] = [
        [
            "is of TCP, and of a free port of the host in bridge mode",
            "bridge",
            { containerPort: 80 },
            { containerPort: 80, protocol: "tcp", hostPort: 0 },
        ],
        [
            "is the host's own in other modes",
            "awsvpc",
            { containerPort: 53, protocol: "udp" },
            { containerPort: 53, protocol: "udp", hostPort: 53 },
        ],
        [
            "keeps the host's port that is given",
            undefined,
            { containerPort: 80, hostPort: 8080 },
            { containerPort: 80, protocol: "tcp", hostPort: 8080 },
        ],
        [
            "has no port of the host where it is a range",
            "awsvpc",
            { containerPortRange: "80-90" },
            { containerPortRange: "80-90", protocol: "tcp" },
        ],
        [
            "has no port of the host where it is a range, whatever stands beside it",
            "awsvpc",
            { containerPort: 80, containerPortRange: "80-90" },
            { containerPort: 80, containerPortRange: "80-90", protocol: "tcp" },
        ],
        ["has no port of the host where it is none", "awsvpc", {}, { protocol: "tcp" }],
        [
            "has a port of the host that is not known while it is not itself",
            "awsvpc",
            { containerPort: UNKNOWN },
            { containerPort: UNKNOWN, protocol: "tcp", hostPort: UNKNOWN },
        ],
        [
            "has a port of the host that is not known while the network mode is not",
            UNKNOWN,
            { containerPort: 80 },
            { containerPort: 80, protocol: "tcp", hostPort: UNKNOWN },
        ],
    ];
    for (const [what, networkMode, given, expected] of ports) {
        it(what, () => {
            const { portMappings } = stored({ ...logs, portMappings: [given] }, { region: "us-east-1", networkMode });
            assert.deepStrictEqual(portMappings, [expected]);
        });
    }
});

describe("A host port that is not given", () => {
    const ports: [string | undefined, number][] = [
        [undefined, 0],
        ["bridge", 0],
        ["awsvpc", 8501],
        ["host", 8501],
    ];
    for (const [networkMode, port] of ports) {
        it(`is ${port} with network mode ${networkMode ?? "not said"}`, () =>
            assert.equal(defaultHostPort(networkMode, 8501), port));
    }
});
