import assert from "node:assert/strict";
import { UNKNOWN } from "../../../ecs/known";
import { asksForNeuronDevices } from "../../../ecs/task/requested-devices";
import { taskOf } from "../../checks/task-of";
import { undecidedAt } from "../../paths";

const requires = (type: unknown) => ({ resourceRequirements: [{ type, value: "1" }] });

describe("A task that asks ECS for the Neuron devices", () => {
    it("has a container that requires them", () =>
        assert.equal(asksForNeuronDevices(taskOf({}, requires("GPU"), requires("NeuronDevice"))), true));

    it("is none that requires others, or nothing", () =>
        assert.equal(asksForNeuronDevices(taskOf({}, requires("GPU"), requires("neurondevice"))), false));

    it("is one, although what another container requires is not known", () =>
        assert.equal(asksForNeuronDevices(taskOf(requires(UNKNOWN), requires("NeuronDevice"))), true));

    const undecidedCases: [string, object[]][] = [
        ["requires", [{}, { resourceRequirements: UNKNOWN }, requires(UNKNOWN), {}]],
        ["requires by its type", [{}, requires(UNKNOWN), { resourceRequirements: UNKNOWN }, {}]],
    ];
    for (const [what, containers] of undecidedCases) {
        it(`is not decided, and names the first container, while it is not known what that ${what}`, () =>
            assert.throws(
                () => asksForNeuronDevices(taskOf(...containers)),
                undecidedAt("containerDefinitions[1].resourceRequirements"),
            ));
    }

    it("is not decided while the containers are not known", () =>
        assert.throws(
            () => asksForNeuronDevices({ ...taskOf({}), containers: UNKNOWN }),
            undecidedAt("containerDefinitions"),
        ));
});
