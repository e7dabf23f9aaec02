import { pool, model, refuses, withContainer } from "./harness";

const list = "ALL, or a contiguous ascending list of device indexes such as 0 or 0,1";
const daemonEnvironment = (name: string) => ({ neuronRtd: { environment: [{ name, value: "x" }] } });
const modelEnvironment = (name: string) => withContainer({ environment: [{ name, value: "x" }] });
const sidecar = { name: "logs", image: "logs:1", memory: 64 };
const ofModels = "a sidecar uses no Neuron device; a container that does stands in containers";
const ofLibnrt = "it is libnrt's, which this task does not use; leave it out, or give runtime libnrt";

describe("TaskDefinition, before it registers a child, with the runtime", () => {
    refuses([
        ["another runtime", { runtime: "cuda" }, ['runtime is "cuda", but must be one of neuron-rtd, libnrt']],
        [
            "another runtime than the pool's",
            { pool, runtime: "libnrt" },
            [
                'runtime is "libnrt", but must be the pool\'s, which is "neuron-rtd"; leave it out, or give a pool ' +
                    "whose runtime is libnrt",
            ],
        ],
        [
            "a type whose chips the daemon does not drive",
            { instanceType: "inf2.xlarge", runtime: "neuron-rtd" },
            [
                'instanceType has "inf2.xlarge", which needs the runtime libnrt: neuron-rtd drives Inf1 only; give ' +
                    "runtime libnrt, or one of inf1.xlarge, inf1.2xlarge, inf1.6xlarge, inf1.24xlarge",
            ],
        ],
        [
            "the daemon where the runtime has none",
            { runtime: "libnrt", visibleDevices: "0", neuronRtd: { version: "latest" } },
            [
                'neuronRtd is given, but the runtime is "libnrt", which has no daemon; leave it out, or give runtime ' +
                    "neuron-rtd",
            ],
        ],
        [
            "an instance type that has no Inferentia chip",
            { instanceType: "m5.xlarge" },
            [
                'instanceType is "m5.xlarge", but must be one of inf1.xlarge, inf1.2xlarge, inf1.6xlarge, inf1.24xlarge, ' +
                    "inf2.xlarge, inf2.8xlarge, inf2.24xlarge, inf2.48xlarge",
            ],
        ],
        [
            "types with different numbers of chips",
            { instanceTypes: ["inf1.xlarge", "inf1.6xlarge"] },
            [
                "instanceTypes has inf1.xlarge with 1 Inferentia chip (device 0) and inf1.6xlarge with 4 Inferentia chips " +
                    "(devices 0 to 3), but all types must have as many chips of one kind: containers map devices by " +
                    "their number; make a task definition for each",
            ],
        ],
        [
            "a pool and a type",
            { pool, instanceType: "inf1.6xlarge" },
            ["instanceType is given together with pool; give only one of the two"],
        ],
        [
            "a pool that its cluster does not have",
            { pool: {} },
            [
                "pool is missing; give that of a Cluster: pool where it has one pool, pools.NAME " +
                    "where it has several",
            ],
        ],
        [
            "an image for other chips",
            {
                ...withContainer({
                    image: "763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-inference-neuronx:2.1",
                }),
                pool,
            },
            [
                'containers[0].image is "pytorch-inference-neuronx", which cannot run on inf1.6xlarge: its neuronx ' +
                    "frameworks are for Inferentia2, Trainium, Trainium2; choose an image for these chips, or instances " +
                    "for the image",
            ],
        ],
        [
            "an image for other chips, from a dual-stack registry, on whatever type the daemon drives",
            withContainer({ image: "763104351884.dkr-ecr.us-east-1.on.aws/pytorch-inference-neuronx:2.1" }),
            [
                'containers[0].image is "pytorch-inference-neuronx", which cannot run on inf1.xlarge: its neuronx ' +
                    "frameworks are for Inferentia2, Trainium, Trainium2; choose an image for these chips, or instances " +
                    "for the image",
            ],
        ],
        [
            "an image whose SDK has left the chips",
            {
                ...withContainer({
                    image: "public.ecr.aws/neuron/pytorch-inference-neuron:1.13.1-neuron-py310-sdk2.21.0-ubuntu20.04",
                }),
                instanceType: "inf1.xlarge",
                runtime: "libnrt",
            },
            [
                'containers[0].image is "neuron/pytorch-inference-neuron", which cannot run on inf1.xlarge: SDK 2.21 has no ' +
                    "runtime library for it: 2.20 is the last one that has; choose an image for these chips, or " +
                    "instances for the image",
            ],
        ],
    ]);
});

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
        ["devices that are no string", { visibleDevices: 0 }, ["visibleDevices is a number, but must be a string"]],
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
            "devices of the task beside those of its container",
            { runtime: "libnrt", visibleDevices: "0", ...withContainer({ visibleDevices: "0" }) },
            ["containers[0].visibleDevices is given together with visibleDevices; give only one of the two"],
        ],
    ]);
});

describe("TaskDefinition, before it registers a child, with NeuronCores", () => {
    const two = (first: object, second: object, rest: object = {}) => ({
        runtime: "libnrt",
        instanceType: "inf1.xlarge",
        containers: [
            { ...model, ...first },
            { ...model, name: "resnet", ...second },
        ],
        ...rest,
    });
    const indexes = "must be a string with the indexes of NeuronCores, such as 0-1 or 0,2";
    const set = "the component sets it where cores or numCores is given; leave one of the two out";
    refuses([
        [
            "cores of one container beside another that takes all",
            two({}, { cores: "0-1" }),
            [
                "containers[0].cores is missing, but device 0 is mapped by containers[1] too, and a container without cores " +
                    "takes all of its devices'; give each cores or numCores, or visibleDevices of its own",
            ],
        ],
        [
            "a core of two containers",
            two({ cores: "0-1" }, { cores: "1,2" }),
            [
                'containers[1].cores is "1,2", but containers[0].cores is "0-1", and each core of device 0 must be one ' +
                    "container's; give other cores, or other visibleDevices",
            ],
        ],
        [
            "more cores together than the device has",
            two({ numCores: 3 }, { numCores: 2 }),
            [
                "containers[1].numCores is 2, which are 5 cores with those of containers[0], but device 0 has at most 4; " +
                    "give each fewer, or other visibleDevices",
            ],
        ],
        [
            "more cores together than the devices have",
            two({ numCores: 5 }, { numCores: 4 }, { instanceType: "inf1.6xlarge", visibleDevices: "0,1" }),
            [
                "containers[1].numCores is 4, which are 9 cores with those of containers[0], but devices 0,1 have at most " +
                    "8; give each fewer, or other visibleDevices",
            ],
        ],
        [
            "a core that the device does not have",
            two({ cores: "0" }, { cores: "1-2" }, { instanceType: "inf2.xlarge" }),
            [
                'containers[1].cores is "1-2", but the device that it maps has at most 2 cores, 0 to 1; name fewer, or give ' +
                    "more visibleDevices",
            ],
        ],
        [
            "more cores than the devices of a container have",
            {
                ...two({}, {}),
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
                ...two({}, {}),
                containers: [{ ...model, environment: [{ name: "NEURON_RT_NUM_CORES", value: "5" }] }],
            },
            [
                'containers[0].environment[0].value is "5", but the device that it maps has at most 4 cores, 0 to 3; name ' +
                    "fewer, or give more visibleDevices",
            ],
        ],
        [
            "indexes of cores where the devices do not start at 0",
            two(
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
            two({ cores: "0", numCores: 1 }, { cores: "1" }),
            ["containers[0].numCores is given together with containers[0].cores; give only one of the two"],
        ],
        [
            "a number in place of indexes",
            two({ cores: 2 }, { cores: "3" }),
            [`containers[0].cores is 2, but ${indexes}; for a number of cores give numCores: 2`],
        ],
        [
            "indexes that descend",
            two({ cores: "1-0" }, { cores: "3" }),
            [`containers[0].cores is "1-0", but ${indexes}`],
        ],
        [
            "no core",
            two({ numCores: 0 }, { cores: "3" }),
            ["containers[0].numCores is 0, but must be a whole number 1 or more NeuronCores"],
        ],
        [
            "the variables that it sets",
            two(
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
            "cores of a container where the daemon has them",
            withContainer({ cores: "0", numCores: 1 }),
            ["cores", "numCores"].map(
                (name) =>
                    `containers[0].${name} is given, but with the runtime neuron-rtd the daemon has the cores; leave it ` +
                    "out, or give runtime libnrt",
            ),
        ],
        [
            "cores of a sidecar of its own",
            { sidecars: [{ ...sidecar, cores: "0", numCores: 1 }] },
            ["cores", "numCores"].map((name) => `sidecars[0].${name} must not be given: ${ofModels}`),
        ],
    ]);
});

describe("TaskDefinition, before it registers a child, with variables and rights of Neuron's", () => {
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
            "devices of a sidecar",
            { sidecars: [{ ...sidecar, visibleDevices: "0" }] },
            [`sidecars[0].visibleDevices must not be given: ${ofModels}`],
        ],
        [
            "a variable twice",
            withContainer({
                environment: [{ name: "TOKEN", value: "" }],
                secrets: [{ name: "TOKEN", valueFrom: "token" }],
            }),
            ['containers[0].secrets[0].name is "TOKEN", which stands there already; give it once'],
        ],
        [
            "a capability that only the daemon may have",
            withContainer({ linuxParameters: { capabilities: { add: ["SYS_ADMIN"] } } }),
            [
                'containers[0].linuxParameters.capabilities.add[0] is "SYS_ADMIN", which only the daemon may have; leave it ' +
                    "out",
            ],
        ],
        [
            "a privileged container",
            withContainer({ privileged: true }),
            [
                "containers[0].privileged must not be given: a privileged container has all devices of the instance, and " +
                    "may take it over; name what it needs in linuxParameters",
            ],
        ],
    ]);
});
