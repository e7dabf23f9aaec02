import { refuses, sidecar, twoModels, withContainer } from "../harness";

const daemonEnvironment = (name: string) => ({ neuronRtd: { environment: [{ name, value: "x" }] } });
const modelEnvironment = (name: string) => withContainer({ environment: [{ name, value: "x" }] });
const ofModels = "a sidecar uses no Neuron device; a container that does stands in containers";
const ofLibnrt = "it is libnrt's, which this task does not use; leave it out, or give runtime libnrt";
const set = "the component sets it where cores or numCores is given; leave one of the two out";

describe("TaskDefinition, before it registers a child, with variables of Neuron's", () => {
    refuses([
        [
            "the socket's address",
            modelEnvironment("NEURON_RTD_ADDRESS"),
            [
                'containers[0].environment[0].name is "NEURON_RTD_ADDRESS", which must not be given: the component sets it, ' +
                    "from neuronRtd.socket; leave it out",
            ],
        ],
        [
            "the socket's address as a secret",
            withContainer({ secrets: [{ name: "NEURON_RTD_ADDRESS", valueFrom: "address" }] }),
            [
                'containers[0].secrets[0].name is "NEURON_RTD_ADDRESS", which must not be given: the component sets it, ' +
                    "from neuronRtd.socket; leave it out",
            ],
        ],
        [
            "the daemon's devices on a model container",
            modelEnvironment("AWS_NEURON_VISIBLE_DEVICES"),
            [
                'containers[0].environment[0].name is "AWS_NEURON_VISIBLE_DEVICES", which must not be given: it belongs to ' +
                    "the daemon; give the task's visibleDevices",
            ],
        ],
        [
            "cores of the other runtime",
            modelEnvironment("NEURON_RT_VISIBLE_CORES"),
            [`containers[0].environment[0].name is "NEURON_RT_VISIBLE_CORES", which must not be given: ${ofLibnrt}`],
        ],
        [
            "the daemon's address where there is none",
            { ...modelEnvironment("NEURON_RTD_ADDRESS"), runtime: "libnrt", visibleDevices: "0" },
            [
                'containers[0].environment[0].name is "NEURON_RTD_ADDRESS", which must not be given: libnrt has no daemon ' +
                    "to be found; leave it out, or give runtime neuron-rtd",
            ],
        ],
        [
            "the daemon's devices where there is none",
            { ...modelEnvironment("AWS_NEURON_VISIBLE_DEVICES"), runtime: "libnrt", visibleDevices: "0" },
            [
                'containers[0].environment[0].name is "AWS_NEURON_VISIBLE_DEVICES", which must not be given: with libnrt ' +
                    "containers map their devices; give visibleDevices",
            ],
        ],
        [
            "the devices in the daemon's own environment",
            daemonEnvironment("AWS_NEURON_VISIBLE_DEVICES"),
            [
                'neuronRtd.environment[0].name is "AWS_NEURON_VISIBLE_DEVICES", which must not be given: the component sets ' +
                    "it; give the task's visibleDevices",
            ],
        ],
        [
            "cores of a sidecar",
            { sidecars: [{ ...sidecar, environment: [{ name: "NEURON_RT_NUM_CORES", value: "1" }] }] },
            [`sidecars[0].environment[0].name is "NEURON_RT_NUM_CORES", which must not be given: ${ofModels}`],
        ],
        [
            "the variables that it sets",
            twoModels(
                { cores: "0", environment: [{ name: "NEURON_RT_VISIBLE_CORES", value: "0" }] },
                {
                    numCores: 1,
                    environment: [{ name: "NEURON_RT_NUM_CORES", value: "1" }],
                },
            ),
            [
                `containers[0].environment[0].name is "NEURON_RT_VISIBLE_CORES", which must not be given: ${set}`,
                `containers[1].environment[0].name is "NEURON_RT_NUM_CORES", which must not be given: ${set}`,
            ],
        ],
        [
            "a variable twice",
            withContainer({
                environment: [{ name: "TOKEN", value: "" }],
                secrets: [{ name: "TOKEN", valueFrom: "token" }],
            }),
            ['containers[0].secrets[0].name is "TOKEN", which stands there already; give it once'],
        ],
    ]);
});
