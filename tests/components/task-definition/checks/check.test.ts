import { refuses, withContainer } from "../harness";

const names = "1 to 255 letters, digits, hyphens and underscores";

describe("TaskDefinition, before it registers a child, with several wrong arguments", () => {
    refuses([
        [
            "all that is wrong at once, and no more than that",
            {
                ...withContainer({
                    name: "a b",
                    cpu: "much",
                    environment: [{ name: "NEURON_RTD_ADDRESS", value: "x" }],
                }),
                visibleDevices: "0,2",
            },
            [
                `containers[0].name is "a b", but must be ${names}`,
                'containers[0].cpu is "much", but must be a whole number 0 or more CPU units',
                'visibleDevices is "0,2", but there is a gap between 0 and 2: the list must be contiguous; give ALL, or a ' +
                    "contiguous ascending list of device indexes such as 0 or 0,1",
                'containers[0].environment[0].name is "NEURON_RTD_ADDRESS", which must not be given: the component sets ' +
                    "it, from neuronRtd.socket; leave it out",
            ],
        ],
    ]);
});
