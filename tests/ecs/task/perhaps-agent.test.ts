import assert from "node:assert/strict";
import { UNKNOWN } from "../../../ecs/known";
import { mayBeAgent, perhapsAgent } from "../../../ecs/task/perhaps-agent";
import { undecidedText } from "../../../checks/phrasing/property-text";
import { containerOf } from "../../checks/task-of";

const ports = { portMappings: [{ containerPort: 9100 }] };
const image = "containerDefinitions[0].image (what it runs is not read)";

describe("A container may be an agent", () => {
    const agents: [string, object][] = [
        ["where nothing says that it serves", {}],
        ["of little memory", { memory: 2048, memoryReservation: 512 }],
        ["by its name, whatever its ports and its memory", { name: "host-agent", memory: 8000, ...ports }],
        ["by its image", { image: "team/inventory/collector:2", ...ports }],
        ["by its image, though that is named for Neuron", { image: "team/neuron-exporter@sha256:0", ...ports }],
        ["as it is a proxy", { image: "public.ecr.aws/nginx/nginx:1", ...ports }],
        ["as it routes logs", { firelensConfiguration: { type: "fluentbit" }, ...ports }],
    ];
    for (const [what, container] of agents) {
        it(what, () => {
            assert.equal(mayBeAgent(containerOf(container)), true);
            assert.deepStrictEqual(perhapsAgent(containerOf(container)).map(undecidedText), [image]);
        });
    }
});

describe("A container is no agent", () => {
    const models: [string, object][] = [
        ["as it has a port", ports],
        ["as it takes the memory of a model", { memory: 2049 }],
        ["as it reserves the memory of a model", { memoryReservation: 4000 }],
        ["as it is privileged", { privileged: true }],
        ["by its name", { name: "sentence-model" }],
        ["by its image", { image: "team/bert:1" }],
        ["by its image, which is named for Neuron", { image: "team/app-neuronx:1" }],
        ["by a variable", { environment: [{ name: "MODEL_ID", value: "gpt2" }] }],
        ["though its image is called after Inferentia's agents", { image: "team/agents-api:1", ...ports }],
    ];
    for (const [what, container] of models) {
        it(what, () => assert.equal(mayBeAgent(containerOf(container)), false));
    }
});

describe("What is not known of a container that may be an agent", () => {
    const undecidedCases: [string, object][] = [
        ["environment", { environment: UNKNOWN }],
        ["image", { image: UNKNOWN }],
        ["memory", { memory: UNKNOWN }],
        ["memoryReservation", { memoryReservation: UNKNOWN }],
        ["name", { name: UNKNOWN }],
        ["portMappings", { portMappings: UNKNOWN }],
        ["privileged", { privileged: UNKNOWN }],
    ];
    for (const [key, container] of undecidedCases) {
        it(`is told: ${key}`, () =>
            assert.deepStrictEqual(perhapsAgent(containerOf(container)).map(undecidedText), [
                `containerDefinitions[0].${key}`,
            ]));
    }
});
