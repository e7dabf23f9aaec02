import { refuses, sidecar, withContainer } from "../harness";

const only = "is given, but ECS takes it in network mode";

describe("TaskDefinition, before it registers a child, with ports and networks", () => {
    refuses([
        [
            "a port mapping without a port",
            withContainer({ portMappings: [{}] }),
            [
                "containers[0].portMappings[0].containerPort is missing; give the port in the container, or " +
                    "containerPortRange",
            ],
        ],
        [
            "a port and a range",
            withContainer({ portMappings: [{ containerPort: 80, containerPortRange: "80-90" }] }),
            [
                "containers[0].portMappings[0].containerPortRange is given together with " +
                    "containers[0].portMappings[0].containerPort; give only one of the two",
            ],
        ],
        [
            "a port of the container agent",
            withContainer({ portMappings: [{ containerPort: 80, hostPort: 51678 }] }),
            ["containers[0].portMappings[0].hostPort is 51678, which the instance itself uses; choose another, or 0"],
        ],
        [
            "one host port in two containers",
            {
                ...withContainer({ portMappings: [{ containerPort: 80, hostPort: 80 }] }),
                sidecars: [{ ...sidecar, portMappings: [{ containerPort: 81, hostPort: 80 }] }],
            },
            [
                "sidecars[0].portMappings[0].hostPort is 80, which another port mapping of this task takes; choose " +
                    "another, or 0",
            ],
        ],
        [
            "another host port in network mode awsvpc",
            { ...withContainer({ portMappings: [{ containerPort: 80, hostPort: 81 }] }), networkMode: "awsvpc" },
            [
                "containers[0].portMappings[0].hostPort is 81, but in network mode awsvpc it must be containerPort, which " +
                    "is 80; leave it out",
            ],
        ],
        [
            "what ECS does not take in network mode awsvpc",
            { ...withContainer({ hostname: "bert" }), neuronRtd: { links: ["bert"] }, networkMode: "awsvpc" },
            [
                `containers[0].hostname ${only} bridge or host only; leave it out`,
                `neuronRtd.links ${only} bridge only; leave it out`,
            ],
        ],
    ]);
});
