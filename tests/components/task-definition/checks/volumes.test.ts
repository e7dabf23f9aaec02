import { refuses, withContainer } from "../harness";

describe("TaskDefinition, before it registers a child, with volumes", () => {
    refuses([
        [
            "a mount of no volume",
            withContainer({ mountPoints: [{ sourceVolume: "models", containerPath: "/models" }] }),
            ['containers[0].mountPoints[0].sourceVolume is "models", but must be one of volumes; add it there'],
        ],
        [
            "a mount of a volume whose name is mistyped",
            {
                ...withContainer({ mountPoints: [{ sourceVolume: "modles", containerPath: "/models" }] }),
                volumes: [{ name: "models" }],
            },
            [
                'containers[0].mountPoints[0].sourceVolume is "modles" (did you mean models?), but must be one of ' +
                    "volumes; add it there",
            ],
        ],
        [
            "a mount of the daemon's socket",
            withContainer({ mountPoints: [{ sourceVolume: "sock", containerPath: "/own" }] }),
            [
                'containers[0].mountPoints[0].sourceVolume is "sock", the volume of the daemon\'s socket, which the ' +
                    "component mounts; leave it out",
            ],
        ],
        [
            "a mount in the socket's place",
            {
                ...withContainer({ mountPoints: [{ sourceVolume: "models", containerPath: "/sock" }] }),
                volumes: [{ name: "models" }],
            },
            [
                'containers[0].mountPoints[0].containerPath is "/sock", where the component mounts the daemon\'s socket; ' +
                    "choose another, or neuronRtd.socket.containerPath",
            ],
        ],
        [
            "a volume with the name of the socket's",
            { volumes: [{ name: "sock" }] },
            ['volumes[0].name is "sock", which the volume of the daemon\'s socket has; choose another'],
        ],
        [
            "two volumes of one name",
            { volumes: [{ name: "models" }, { name: "models" }] },
            ['volumes[1].name is "models", which another volume has; choose another'],
        ],
        [
            "a volume of two kinds",
            { volumes: [{ name: "models", host: { sourcePath: "/models" }, configuredAtLaunch: true }] },
            ["volumes[0].configuredAtLaunch is given together with volumes[0].host; give only one of the two"],
        ],
    ]);
});
