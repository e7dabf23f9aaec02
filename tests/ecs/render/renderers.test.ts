import assert from "node:assert/strict";
import { neuronRuntimes } from "../../../contract";
import { UNKNOWN } from "../../../ecs/known";
import { renderers } from "../../../ecs/render/renderers";
import type { NeuronTask } from "../../../ecs/render/task";

const task: NeuronTask = {
    containers: [{ name: "bert", image: "bert:1" }],
    sidecars: [{ name: "logs", image: "logs:1" }],
    neuronRtd: {},
    visibleDevices: "0",
    region: "us-east-1",
};

describe("What a runtime makes of a task", () => {
    it("has a container and a volume more with the daemon", () => {
        const names = neuronRuntimes.map((runtime) => ({
            runtime,
            containers: renderers[runtime].containers(task).map((one) => (one === UNKNOWN ? one : one.name)),
            volumes: renderers[runtime].volumes(task).map(({ name }) => name),
        }));
        assert.deepStrictEqual(names, [
            { runtime: "neuron-rtd", containers: ["bert", "logs", "neuron-rtd"], volumes: ["sock"] },
            { runtime: "libnrt", containers: ["bert", "logs"], volumes: [] },
        ]);
    });
});
