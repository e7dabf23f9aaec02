import fc from "fast-check";
import { neuronCoresOf, neuronInstances, type NeuronInstanceType } from "../../contract/neuron-instances";

/** A container as it is written by hand, with what these definitions need of it. */
export interface PlainContainer {
    readonly name: string;
    readonly image: string;
    readonly [property: string]: unknown;
}

export interface PlainDefinition {
    readonly containerDefinitions: readonly PlainContainer[];
    readonly [property: string]: unknown;
}

const dlc = "763104351884.dkr.ecr.us-west-2.amazonaws.com";
const image = fc.constantFrom(
    `${dlc}/pytorch-inference-neuronx:2.1.2-neuronx-py310-sdk2.20.0-ubuntu20.04`,
    "public.ecr.aws/neuron/pytorch-inference-vllm-neuronx:0.9.1-neuronx-py311-sdk2.26.0-ubuntu22.04",
    "123456789012.dkr.ecr.us-west-2.amazonaws.com/llm:1.2",
    "acme/llm",
);
const others = fc.uniqueArray(
    fc.constantFrom(
        { name: "log_router", image: "public.ecr.aws/aws-observability/aws-for-fluent-bit:stable", memory: 50 },
        { name: "xray", image: "public.ecr.aws/xray/aws-xray-daemon:latest", essential: false, memory: 50 },
        { name: "envoy", image: "public.ecr.aws/appmesh/aws-appmesh-envoy:v1.29", memory: 50 },
    ),
    { maxLength: 2, selector: ({ name }) => name },
);
const placements = (["inf2.xlarge", "inf2.8xlarge", "inf2.24xlarge", "inf2.48xlarge", "trn1.32xlarge"] as const).map(
    (type) => [{ type: "memberOf", expression: `attribute:ecs.instance-type == ${type}` }],
);

/** The ways to take some of the cores that the mapped devices have, or to say nothing of cores. */
function coresUpTo(max: number): fc.Arbitrary<readonly object[]> {
    const count = fc.integer({ min: 1, max });
    return fc.oneof(
        fc.constant([]),
        count.map((n) => [{ name: "NEURON_RT_NUM_CORES", value: `${n}` }]),
        count.map((n) => [{ name: "NEURON_RT_VISIBLE_CORES", value: n === 1 ? "0" : `0-${n - 1}` }]),
    );
}

function mapping(index: number): object {
    return { hostPath: `/dev/neuron${index}`, permissions: ["read", "write"] };
}

/** Tasks with the runtime library: each model container maps devices of its own, of one size. */
export const libnrtDefinition: fc.Arbitrary<PlainDefinition> = fc
    .constantFrom(...placements)
    .chain((placementConstraints) => {
        const type = placementConstraints[0]?.expression.split(" ").at(-1) as NeuronInstanceType;
        const { chip, chips } = neuronInstances[type];
        return fc
            .uniqueArray(fc.integer({ min: 1, max: chips }), { minLength: 1, maxLength: 3 })
            .map((ends) => [...ends].sort((one, other) => one - other))
            .chain((ends) => {
                const models = ends.map((end, index) => {
                    const from = ends[index - 1] ?? 0;
                    return fc
                        .tuple(image, coresUpTo((end - from) * neuronCoresOf[chip]), fc.boolean())
                        .map(([of, environment, locks]): PlainContainer => ({
                            name: `model${index}`,
                            image: of,
                            memory: 500,
                            environment,
                            linuxParameters: {
                                devices: Array.from({ length: end - from }, (_, offset) => mapping(from + offset)),
                                ...(locks && { capabilities: { add: ["IPC_LOCK"], drop: [] } }),
                            },
                        }));
                });
                return fc.record({
                    requiresCompatibilities: fc.constantFrom(["EC2"], undefined),
                    networkMode: fc.constantFrom("awsvpc", "bridge", undefined),
                    placementConstraints: fc.constant(placementConstraints),
                    containerDefinitions: fc
                        .tuple(others, fc.tuple(...models))
                        .map(([more, all]): PlainContainer[] => [...more, ...all]),
                });
            });
    });

/** Tasks on Managed Instances: ECS assigns all devices to one container. */
export const managedDefinition: fc.Arbitrary<PlainDefinition> = fc
    .tuple(image, others, fc.constantFrom(["MANAGED_INSTANCES"], undefined))
    .map(([of, more, requiresCompatibilities]) => ({
        requiresCompatibilities,
        networkMode: "awsvpc",
        cpu: "8192",
        memory: "16384",
        containerDefinitions: [
            ...more,
            { name: "model0", image: of, resourceRequirements: [{ type: "NeuronDevice", value: "ALL" }] },
        ],
    }));

/** The same definition with another container in the place of the first model container. */
export function withModel(
    definition: PlainDefinition,
    change: (model: PlainContainer) => readonly PlainContainer[],
): PlainDefinition {
    return {
        ...definition,
        containerDefinitions: definition.containerDefinitions.flatMap((one) =>
            one.name === "model0" ? change(one) : [one],
        ),
    };
}
