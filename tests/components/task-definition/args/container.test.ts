import { refuses, sidecar, withContainer } from "../harness";

const names = "1 to 255 letters, digits, hyphens and underscores";
const ofModels = "a sidecar uses no Neuron device; a container that does stands in containers";

describe("TaskDefinition, before it registers a child, with the members of a container", () => {
    refuses([
        [
            "a container without a name",
            withContainer({ name: undefined }),
            ["containers[0].name is missing; give the container a name"],
        ],
        [
            "a container name with a blank",
            withContainer({ name: "a b" }),
            [`containers[0].name is "a b", but must be ${names}`],
        ],
        [
            "a container without an image",
            withContainer({ image: undefined }),
            ["containers[0].image is missing; give the container's image"],
        ],
        [
            "an unknown argument of a container",
            withContainer({ enviroment: [] }),
            [
                "containers[0].enviroment is not an argument of a model container (did you mean environment?); leave it out",
            ],
        ],
        [
            "what Docker Compose calls ports and environment",
            withContainer({ ports: [{ containerPort: 8501 }], env: [] }),
            [
                "containers[0].ports is not an argument of a model container (did you mean portMappings?); leave it out",
                "containers[0].env is not an argument of a model container (did you mean environment?); leave it out",
            ],
        ],
        [
            "devices of a sidecar",
            { sidecars: [{ ...sidecar, visibleDevices: "0" }] },
            [`sidecars[0].visibleDevices must not be given: ${ofModels}`],
        ],
        [
            "cores of a sidecar of its own",
            { sidecars: [{ ...sidecar, cores: "0", numCores: 1 }] },
            ["cores", "numCores"].map((name) => `sidecars[0].${name} must not be given: ${ofModels}`),
        ],
    ]);
});
