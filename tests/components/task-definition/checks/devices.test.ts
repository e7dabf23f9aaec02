import { refuses, withContainer } from "../harness";

const list = "ALL, or a contiguous ascending list of device indexes such as 0 or 0,1";

describe("TaskDefinition, before it registers a child, with Neuron devices", () => {
    refuses([
        [
            "devices with a gap",
            { visibleDevices: "0,2" },
            [`visibleDevices is "0,2", but there is a gap between 0 and 2: the list must be contiguous; give ${list}`],
        ],
        [
            "devices beyond the instance type's",
            { instanceType: "inf1.xlarge", visibleDevices: "0,1" },
            [
                'visibleDevices is "0,1", but device 1 does not exist: inf1.xlarge has 1 Inferentia chip (device 0); give ' +
                    list,
            ],
        ],
        [
            "devices of a container where the daemon has them",
            withContainer({ visibleDevices: "0" }),
            [
                'containers[0].visibleDevices is "0", but with the runtime neuron-rtd the daemon has the devices; give the ' +
                    "task's visibleDevices",
            ],
        ],
        [
            "a Neuron device among the further ones",
            withContainer({ linuxParameters: { devices: [{ hostPath: "/dev/neuron0" }] } }),
            [
                'containers[0].linuxParameters.devices[0].hostPath is "/dev/neuron0", but must be no Neuron device: the ' +
                    "component maps those; give visibleDevices",
            ],
        ],
        [
            "all devices where nothing says how many there are",
            { runtime: "libnrt" },
            [
                'instanceType is missing, although visibleDevices is "ALL": with libnrt containers map each device by its ' +
                    "number; give pool, instanceType, or visibleDevices such as 0",
            ],
        ],
        [
            "devices of the task beside those of its container",
            { runtime: "libnrt", visibleDevices: "0", ...withContainer({ visibleDevices: "0" }) },
            ["containers[0].visibleDevices is given together with visibleDevices; give only one of the two"],
        ],
        [
            "cores of a container where the daemon has them",
            withContainer({ cores: "0", numCores: 1 }),
            ["cores", "numCores"].map(
                (name) =>
                    `containers[0].${name} is given, but with the runtime neuron-rtd the daemon has the cores; leave it ` +
                    "out, or give runtime libnrt",
            ),
        ],
    ]);
});
