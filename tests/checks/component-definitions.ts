import fc from "fast-check";
import {
    allDevices,
    inf1InstanceTypes,
    inferentiaInstanceTypes,
    neuronInstances,
    placedOn,
    socketVolume,
    type InferentiaInstanceType,
    type NeuronRuntime,
} from "../../contract";
import { renderers } from "../../ecs/render/renderers";
import type { NeuronTask } from "../../ecs/render/task";
import { taskDefinitionCheck } from "../../components/task-definition/checks/check";
import { problemsOf } from "../../components/validation/validate";

/** Arguments of the component, as plain values. */
type PlainArgs = Partial<NeuronTask> &
    Pick<NeuronTask, "containers"> & {
        readonly family: string;
        readonly instanceType?: InferentiaInstanceType | undefined;
        readonly logging?: boolean | undefined;
    };

const identifier = fc.stringMatching(/^[a-zA-Z0-9_-]{1,12}$/);
const word = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 12 }),
    fc.constantFrom(
        "sh",
        "-c",
        "--port=8500",
        "-g unix:/elsewhere.sock",
        "echo a; sleep 1",
        "neuron-rtd -g unix:/own.sock",
    ),
);
const repository = fc.constantFrom(
    "bert",
    "neuron/tensorflow-serving",
    "neuron-rtd",
    "neuron-rtd-client",
    "library/web",
    "my-neuron-rtd",
);
const image = fc
    .tuple(
        fc.constantFrom("", "localhost/", "registry:5000/", "123456789012.dkr.ecr.us-west-2.amazonaws.com/"),
        repository,
        fc.constantFrom("", ":1.2", ":neuron-rtd", "@sha256:0a"),
    )
    .map((parts) => parts.join(""));
const variableName = fc.oneof(
    identifier,
    fc.constantFrom("NEURON_RT_LOG_LEVEL", "NEURONCORE_GROUP_SIZES", "__proto__", "constructor", "PATH"),
);
const environment = fc.array(fc.record({ name: variableName, value: fc.string() }), { maxLength: 4 });
const socketDirectory = fc.oneof(fc.constant(socketVolume.containerPath), fc.stringMatching(/^(\/[\w.-]{1,8}){1,3}$/));
const hostDirectory = fc.stringMatching(/^(\/[^\s:/]{1,8}){1,3}$/);
const memory = {
    memoryReservation: fc.option(fc.integer({ min: 6, max: 400 }), { nil: undefined }),
    memory: fc.option(fc.integer({ min: 400, max: 700 }), { nil: undefined }),
};

const modelContainer = fc.record(
    {
        name: identifier,
        image,
        entryPoint: fc.array(word, { maxLength: 3 }),
        command: fc.array(word, { maxLength: 4 }),
        environment,
        portMappings: fc.array(fc.record({ containerPort: fc.integer({ min: 1, max: 65535 }) }), { maxLength: 3 }),
        cpu: fc.integer({ min: 0, max: 400 }),
        ...memory,
        essential: fc.boolean(),
    },
    { requiredKeys: ["name", "image"] },
);

function devicesFor(instanceType: InferentiaInstanceType | undefined): fc.Arbitrary<string> {
    const { chips } = neuronInstances[instanceType ?? "inf1.24xlarge"];
    const range = fc.tuple(fc.nat(chips - 1), fc.nat(chips - 1)).map(([one, other]) => {
        const [first, last] = [Math.min(one, other), Math.max(one, other)];
        return Array.from({ length: last - first + 1 }, (_, index) => first + index).join(",");
    });
    return fc.oneof(fc.constant(allDevices), range);
}

const daemon = fc.record(
    {
        image,
        cpu: fc.nat(200),
        healthCheck: fc.record({
            command: fc.array(word, { minLength: 1, maxLength: 3 }).map((command) => ["CMD-SHELL", ...command]),
        }),
        environment: fc.array(fc.record({ name: identifier, value: fc.string() }), { maxLength: 2 }),
        socket: fc.record(
            { volumeName: identifier, containerPath: socketDirectory, hostPath: hostDirectory },
            { requiredKeys: [] },
        ),
    },
    { requiredKeys: [] },
);

/** Any arguments that the component takes. */
function argsFor(runtime: NeuronRuntime, types: readonly InferentiaInstanceType[]): fc.Arbitrary<PlainArgs> {
    const withDaemon = runtime === "neuron-rtd";
    return fc
        .option(fc.constantFrom(...types), { nil: undefined })
        .chain((instanceType) =>
            fc.record(
                {
                    family: identifier,
                    instanceType: fc.constant(instanceType),
                    containers: fc.uniqueArray(modelContainer, {
                        minLength: 1,
                        maxLength: withDaemon ? 4 : 1,
                        selector: ({ name }) => name,
                    }),
                    visibleDevices: devicesFor(instanceType),
                    ...(withDaemon && { neuronRtd: daemon }),
                    networkMode: fc.constantFrom("bridge", "host", "awsvpc"),
                    logging: fc.boolean(),
                },
                { requiredKeys: ["family", "containers"] },
            ),
        )
        .filter((one) => problemsOf("TaskDefinition", { ...one, runtime }, taskDefinitionCheck).length === 0);
}

/** A JSON task definition, as `register-task-definition` takes it. */
export type Definition = Record<string, unknown> & { containerDefinitions: Record<string, unknown>[] };

function definitionOf(runtime: NeuronRuntime, { family, instanceType, logging, ...given }: PlainArgs): Definition {
    const task: NeuronTask = {
        sidecars: [],
        neuronRtd: {},
        visibleDevices: allDevices,
        instanceTypes: instanceType && [instanceType],
        region: "us-west-2",
        logGroup: logging === false ? undefined : "/ecs/task",
        ...given,
    };
    const built = {
        family,
        networkMode: given.networkMode,
        containerDefinitions: renderers[runtime].containers(task),
        volumes: renderers[runtime].volumes(task),
        placementConstraints: instanceType && [placedOn(instanceType)],
    };
    return JSON.parse(JSON.stringify(built)) as Definition;
}

/** Any task definition with the daemon that `TaskDefinition` can produce. */
export const componentDefinition: fc.Arbitrary<Definition> = argsFor("neuron-rtd", inf1InstanceTypes).map((args) =>
    definitionOf("neuron-rtd", args),
);

/** Any task definition with the runtime library that `TaskDefinition` can produce of one model container. */
export const libnrtDefinition: fc.Arbitrary<Definition> = argsFor("libnrt", inferentiaInstanceTypes).map((args) =>
    definitionOf("libnrt", args),
);
