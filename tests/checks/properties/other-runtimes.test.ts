import assert from "node:assert/strict";
import fc from "fast-check";
import { everyRule } from "../every-rule";
import { libnrtDefinition, managedDefinition, withModel, type PlainDefinition } from "../other-runtimes";
import { numRuns } from "../property-runs";
import { reordered } from "../reordered";

type Break = readonly [rule: string, title: string, broken: (right: PlainDefinition) => PlainDefinition];

const nothing = { problems: [], violations: [], undecided: [], rules: [] };
const devices = (...list: object[]) => ({ linuxParameters: { devices: list } });
const mapped = (hostPath: string, permissions = ["read", "write"]) => ({ hostPath, permissions });
const variable = (name: string, value: string) => ({ environment: [{ name, value }] });
const placedBy = (expression: string) => ({ placementConstraints: [{ type: "memberOf", expression }] });

const libnrtBreaks: readonly Break[] = [
    [
        "libnrt-devices",
        "a device that no size has",
        (right) => withModel(right, (model) => [{ ...model, ...devices(mapped("/dev/neuron64")) }]),
    ],
    [
        "libnrt-devices",
        "a device that can only be read",
        (right) => withModel(right, (model) => [{ ...model, ...devices(mapped("/dev/neuron0", ["read"])) }]),
    ],
    [
        "libnrt-devices",
        "the devices of another container",
        (right) =>
            withModel(right, (model) => [
                { ...model, environment: [] },
                { ...model, environment: [], name: "second" },
            ]),
    ],
    [
        "libnrt-devices",
        "more cores than the devices have",
        (right) => withModel(right, (model) => [{ ...model, ...variable("NEURON_RT_NUM_CORES", "999") }]),
    ],
    [
        "neuron-runtime-mixed",
        "the address of a daemon",
        (right) =>
            withModel(right, (model) => [
                { ...model, ...variable("NEURON_RTD_ADDRESS", "unix:/sock/neuron-rtd.sock") },
            ]),
    ],
    [
        "neuron-placement",
        "a misspelt attribute",
        (right) => ({ ...right, ...placedBy("attribute:ecs.instance_type == inf2.48xlarge") }),
    ],
    [
        "neuron-image-supports-instance",
        "an image for Inferentia",
        (right) =>
            withModel(right, (model) => [
                {
                    ...model,
                    image: "763104351884.dkr.ecr.us-west-2.amazonaws.com/pytorch-inference-neuron:1.13.1-neuron-py310-sdk2.19.0-ubuntu20.04",
                },
            ]),
    ],
    [
        "neuron-task-fits",
        "more memory than any size has",
        (right) => withModel(right, (model) => [{ ...model, memory: 9_000_000 }]),
    ],
];

const managedBreaks: readonly Break[] = [
    [
        "managed-neuron-device",
        "a single device",
        (right) =>
            withModel(right, (model) => [{ ...model, resourceRequirements: [{ type: "NeuronDevice", value: "1" }] }]),
    ],
    [
        "managed-neuron-device",
        "a second container with devices",
        (right) => withModel(right, (model) => [model, { ...model, name: "second" }]),
    ],
    [
        "managed-neuron-device",
        "a mapped device",
        (right) => withModel(right, (model) => [{ ...model, ...devices(mapped("/dev/neuron0")) }]),
    ],
    [
        "managed-neuron-device",
        "instances that are not managed",
        (right) => ({ ...right, requiresCompatibilities: ["EC2"] }),
    ],
];

for (const [runtime, definitions, breaks] of [
    ["the runtime library", libnrtDefinition, libnrtBreaks],
    ["managed devices", managedDefinition, managedBreaks],
] as const) {
    describe(`Any definition for ${runtime}`, () => {
        it("is right by every rule, in whatever order it is written", () => {
            fc.assert(
                fc.property(definitions, fc.nat(), (definition, seed) => {
                    assert.deepStrictEqual(everyRule(reordered(definition, seed)), nothing);
                }),
            );
        });

        for (const [rule, title, broken] of breaks) {
            it(`is refused by ${rule} alone with ${title}`, () => {
                fc.assert(
                    fc.property(definitions, fc.nat(), (right, seed) => {
                        const { problems, undecided, rules } = everyRule(reordered(broken(right), seed));
                        assert.deepStrictEqual(
                            { problems, undecided, rules },
                            { problems: [], undecided: [], rules: [rule] },
                        );
                    }),
                    { numRuns: Math.ceil(numRuns / 4) },
                );
            });
        }
    });
}
