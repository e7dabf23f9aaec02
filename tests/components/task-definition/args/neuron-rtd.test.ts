import { refuses } from "../harness";

const path = "an absolute path of letters, digits and any of . _ -, without a slash at its end";

describe("TaskDefinition, before it registers a child, with the daemon", () => {
    refuses([
        [
            "a list where an object belongs",
            { neuronRtd: [] },
            ["neuronRtd is a list, but must be the daemon, an object"],
        ],
        [
            "what the component decides of the daemon",
            { neuronRtd: { command: ["neuron-rtd"], user: "1000", linuxParameters: { capabilities: {} } } },
            [
                "neuronRtd.command must not be given: the component starts the daemon on the socket; give socket",
                "neuronRtd.user must not be given: the daemon needs its capabilities, which only root keeps",
                "neuronRtd.linuxParameters.capabilities must not be given: the component gives the daemon the two that it " +
                    "needs; leave it out",
            ],
        ],
        [
            "a relative socket path",
            { neuronRtd: { socket: { containerPath: "sock" } } },
            [`neuronRtd.socket.containerPath is "sock", but must be ${path}`],
        ],
        [
            "a socket path that a shell would take apart",
            { neuronRtd: { socket: { containerPath: "/a;b" } } },
            [`neuronRtd.socket.containerPath is "/a;b", but must be ${path}`],
        ],
        [
            "a host path with a slash at its end",
            { neuronRtd: { socket: { hostPath: "/tmp/sock/" } } },
            ['neuronRtd.socket.hostPath is "/tmp/sock/", but must be an absolute path without a slash at its end'],
        ],
    ]);
});
