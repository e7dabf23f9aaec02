import { refuses, withContainer } from "../harness";

describe("TaskDefinition, before it registers a child, with the settings that all containers have", () => {
    refuses([
        [
            "an image with a blank",
            withContainer({ image: "a b" }),
            ['containers[0].image is "a b", but must be the name of an image, without blanks'],
        ],
        [
            "less memory than Docker takes",
            withContainer({ memoryReservation: 3 }),
            ["containers[0].memoryReservation is 3, but must be a whole number 6 or more MiB"],
        ],
        [
            "negative CPU units",
            withContainer({ cpu: -1 }),
            ["containers[0].cpu is -1, but must be a whole number 0 or more CPU units"],
        ],
        [
            "an object where a list belongs",
            withContainer({ environment: { LEVEL: "info" } }),
            ["containers[0].environment is an object, but must be a list of environment variables, each {name, value}"],
        ],
        [
            "a privileged container",
            withContainer({ privileged: true }),
            [
                "containers[0].privileged must not be given: a privileged container has all devices of the instance, and " +
                    "may take it over; name what it needs in linuxParameters",
            ],
        ],
        [
            "devices that ECS would assign",
            withContainer({ resourceRequirements: [{ type: "NeuronDevice", value: "ALL" }] }),
            [
                "containers[0].resourceRequirements must not be given: the component gives containers their Neuron devices, " +
                    "and the instances have no other kind",
            ],
        ],
    ]);
});
