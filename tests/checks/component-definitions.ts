import fc from "fast-check";
import {
    neuronRtdDefaults,
    allDevices,
    inf1InstanceTypes,
    inf1Sizes,
    neuronRtdImage,
    placedOn,
    socketVolume,
    type Inf1InstanceType,
} from "../../contract";
import { checkNeuronTaskDefinition } from "../../components/task-definition/check";
import { containerDefinitions, type ModelContainer } from "../../contract/container-definitions";
import type { NeuronTaskDefinitionArgs, NetworkMode } from "../../components/task-definition/args";

/** Arguments of the component, as plain values. */
type PlainArgs = { [K in keyof NeuronTaskDefinitionArgs]: unknown } & {
    readonly containers: readonly ModelContainer[];
    readonly instanceType?: Inf1InstanceType;
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
const socketDirectory = fc.oneof(fc.constant(socketVolume.containerPath), fc.stringMatching(/^(\/[\w.-]{1,8}){1,3}$/));
const hostDirectory = fc.stringMatching(/^(\/[^\s:/]{1,8}){1,3}$/);
const memory = {
    memoryReservationMiB: fc.option(fc.integer({ min: 6, max: 400 }), { nil: undefined }),
    memoryMiB: fc.option(fc.integer({ min: 400, max: 700 }), { nil: undefined }),
};

const modelContainer = fc.record(
    {
        name: identifier,
        image,
        entryPoint: fc.array(word, { maxLength: 3 }),
        command: fc.array(word, { maxLength: 4 }),
        environment: fc.dictionary(variableName, fc.string(), { maxKeys: 4 }),
        portMappings: fc.array(fc.record({ containerPort: fc.integer({ min: 1, max: 65535 }) }), { maxLength: 3 }),
        cpu: fc.integer({ min: 0, max: 400 }),
        ...memory,
        essential: fc.boolean(),
    },
    { requiredKeys: ["name", "image"] },
);

function devicesFor(instanceType: Inf1InstanceType | undefined): fc.Arbitrary<string> {
    const chips = inf1Sizes[instanceType ?? "inf1.24xlarge"].inferentiaChips;
    const range = fc.tuple(fc.nat(chips - 1), fc.nat(chips - 1)).map(([one, other]) => {
        const [first, last] = [Math.min(one, other), Math.max(one, other)];
        return Array.from({ length: last - first + 1 }, (_, index) => first + index).join(",");
    });
    return fc.oneof(fc.constant(allDevices), range);
}

const args: fc.Arbitrary<PlainArgs> = fc
    .option(fc.constantFrom(...inf1InstanceTypes), { nil: undefined })
    .chain((instanceType) =>
        fc.record(
            {
                family: identifier,
                instanceType: fc.constant(instanceType),
                containers: fc.uniqueArray(modelContainer, {
                    minLength: 1,
                    maxLength: 4,
                    selector: ({ name }) => name,
                }),
                visibleDevices: devicesFor(instanceType),
                neuronRtdImage: image,
                neuronRtdVersion: fc.constantFrom("latest", "1.0.8444.0"),
                neuronRtdCpu: fc.nat(200),
                neuronRtdHealthCheckCommand: fc
                    .array(word, { minLength: 1, maxLength: 3 })
                    .map((command) => ["CMD-SHELL", ...command]),
                socketVolumeName: identifier,
                socketContainerPath: socketDirectory,
                socketHostPath: hostDirectory,
                networkMode: fc.constantFrom("bridge", "host", "awsvpc"),
                logging: fc.boolean(),
            },
            { requiredKeys: ["family", "containers"] },
        ),
    )
    .filter((one) => checkNeuronTaskDefinition(one as never).length === 0);

/** A JSON task definition, as `register-task-definition` takes it. */
export type Definition = Record<string, unknown> & { containerDefinitions: Record<string, unknown>[] };

function definitionOf(given: PlainArgs): Definition {
    const text = (name: keyof NeuronTaskDefinitionArgs) => given[name] as string | undefined;
    const volume = text("socketVolumeName") ?? socketVolume.name;
    const hostPath = text("socketHostPath");
    const built = {
        family: given.family,
        networkMode: given.networkMode,
        containerDefinitions: containerDefinitions({
            containers: given.containers,
            neuronRtdImage: text("neuronRtdImage") ?? neuronRtdImage("us-west-2", text("neuronRtdVersion")),
            neuronRtdMemoryReservationMiB: neuronRtdDefaults.memoryReservationMiB,
            neuronRtdCpu: (given.neuronRtdCpu as number | undefined) ?? neuronRtdDefaults.cpu,
            neuronRtdHealthCheckCommand: given.neuronRtdHealthCheckCommand as string[] | undefined,
            visibleDevices: text("visibleDevices") ?? allDevices,
            socketVolumeName: volume,
            socketContainerPath: text("socketContainerPath") ?? socketVolume.containerPath,
            networkMode: given.networkMode as NetworkMode | undefined,
            logs: given.logging === false ? undefined : { group: "/ecs/task", region: "us-west-2" },
        }),
        volumes: [hostPath === undefined ? { name: volume } : { name: volume, host: { sourcePath: hostPath } }],
        placementConstraints: given.instanceType && [placedOn(given.instanceType)],
    };
    return JSON.parse(JSON.stringify(built)) as Definition;
}

/** Any task definition that `NeuronTaskDefinition` can produce. */
export const componentDefinition: fc.Arbitrary<Definition> = args.map(definitionOf);
