import { model, refuses, twoModels } from "../harness";

describe("TaskDefinition, before it registers a child, with NeuronCores", () => {
    refuses([
        [
            "several model containers without devices of their own",
            {
                runtime: "libnrt",
                instanceType: "inf1.6xlarge",
                containers: [model, { ...model, name: "b", visibleDevices: "ALL" }],
            },
            [
                "containers[1].cores is missing, but device 0 is mapped by containers[0] too, and a container without cores " +
                    "takes all of its devices'; give each cores or numCores, or visibleDevices of its own",
            ],
        ],
        [
            "a device of two containers",
            {
                runtime: "libnrt",
                instanceType: "inf1.6xlarge",
                containers: [
                    { ...model, visibleDevices: "0,1" },
                    { ...model, name: "resnet", visibleDevices: "1,2" },
                ],
            },
            [
                "containers[1].cores is missing, but device 1 is mapped by containers[0] too, and a container without cores " +
                    "takes all of its devices'; give each cores or numCores, or visibleDevices of its own",
            ],
        ],
        [
            "cores of one container beside another that takes all",
            twoModels({}, { cores: "0-1" }),
            [
                "containers[0].cores is missing, but device 0 is mapped by containers[1] too, and a container without cores " +
                    "takes all of its devices'; give each cores or numCores, or visibleDevices of its own",
            ],
        ],
        [
            "a core of two containers",
            twoModels({ cores: "0-1" }, { cores: "1,2" }),
            [
                'containers[1].cores is "1,2", but containers[0].cores is "0-1", and each core of device 0 must be one ' +
                    "container's; give other cores, or other visibleDevices",
            ],
        ],
        [
            "more cores together than the device has",
            twoModels({ numCores: 3 }, { numCores: 2 }),
            [
                "containers[1].numCores is 2, which are 5 cores with those of containers[0], but device 0 has at most 4; " +
                    "give each fewer, or other visibleDevices",
            ],
        ],
        [
            "more cores together than the devices have",
            twoModels({ numCores: 5 }, { numCores: 4 }, { instanceType: "inf1.6xlarge", visibleDevices: "0,1" }),
            [
                "containers[1].numCores is 4, which are 9 cores with those of containers[0], but devices 0,1 have at most " +
                    "8; give each fewer, or other visibleDevices",
            ],
        ],
        [
            "a core that the device does not have",
            twoModels({ cores: "0" }, { cores: "1-2" }, { instanceType: "inf2.xlarge" }),
            [
                'containers[1].cores is "1-2", but the device that it maps has at most 2 cores, 0 to 1; name fewer, or give ' +
                    "more visibleDevices",
            ],
        ],
        [
            "more cores than the devices of a container have",
            {
                ...twoModels({}, {}),
                containers: [{ ...model, numCores: 9 }],
                visibleDevices: "0,1",
                instanceType: "inf1.6xlarge",
            },
            [
                "containers[0].numCores is 9, but the 2 devices that it maps have at most 8 cores, 0 to 7; name fewer, or " +
                    "give more visibleDevices",
            ],
        ],
        [
            "a variable with more cores than the device has",
            {
                ...twoModels({}, {}),
                containers: [{ ...model, environment: [{ name: "NEURON_RT_NUM_CORES", value: "5" }] }],
            },
            [
                'containers[0].environment[0].value is "5", but the device that it maps has at most 4 cores, 0 to 3; name ' +
                    "fewer, or give more visibleDevices",
            ],
        ],
        [
            "indexes of cores where the devices do not start at 0",
            twoModels(
                { cores: "0-1", visibleDevices: "1" },
                { numCores: 2, visibleDevices: "1" },
                { instanceType: "inf1.6xlarge" },
            ),
            [
                'containers[0].cores is "0-1", but its visibleDevices are 1, and which core an index means is certain only ' +
                    "where they start at 0; give numCores: 2",
            ],
        ],
        [
            "a list and a number",
            twoModels({ cores: "0", numCores: 1 }, { cores: "1" }),
            ["containers[0].numCores is given together with containers[0].cores; give only one of the two"],
        ],
    ]);
});
