import assert from "node:assert/strict";
import { UNKNOWN } from "../../../ecs/known";
import { readStack } from "../../../checks/stack/read-stack";
import { componentTypes } from "../../../contract";

const given = { containers: [{ name: "bert", image: "bert:1" }] };
const component = { id: "component", type: componentTypes.taskDefinition as string, properties: given };

/** The names of the containers of a task definition below a component. */
function names(containerDefinitions: unknown, parent: typeof component | undefined = component): unknown {
    const [definition] = readStack([
        ...(parent === undefined ? [] : [parent]),
        {
            id: "task",
            type: "aws:ecs/taskDefinition:TaskDefinition",
            properties: { containerDefinitions, networkMode: "bridge" },
            parent: "component",
        },
    ]).taskDefinitions;
    assert.ok(definition);
    const { containers, networkMode } = definition.task;
    assert.equal(networkMode, "bridge");
    return containers === UNKNOWN ? UNKNOWN : containers.map(({ name }) => name);
}

describe("The containers of a task definition below a component", () => {
    it("are those of the task definition", () =>
        assert.deepStrictEqual(names([{ name: "own", image: "own:1" }]), ["own"]));

    it("are what the component was given, while those are not known", () =>
        assert.deepStrictEqual(names(UNKNOWN), ["bert", "neuron-rtd"]));

    it("are not known below another component, or below none", () => {
        assert.equal(names(UNKNOWN, { ...component, type: "example:index:Task" }), UNKNOWN);
        assert.equal(names(UNKNOWN, { ...component, id: "other" }), UNKNOWN);
    });
});
