import { refuses, withContainer } from "../harness";

describe("TaskDefinition, before it registers a child, with port mappings", () => {
    refuses([
        [
            "a container port out of range",
            withContainer({ portMappings: [{ containerPort: 0 }] }),
            ["containers[0].portMappings[0].containerPort is 0, but must be a whole number from 1 to 65535"],
        ],
        [
            "another protocol",
            withContainer({ portMappings: [{ containerPort: 80, protocol: "http" }] }),
            ['containers[0].portMappings[0].protocol is "http", but must be one of tcp, udp'],
        ],
    ]);
});
