import assert from "node:assert/strict";
import { aboutPath } from "../../../checks/judge/about-path";
import { UNKNOWN } from "../../../ecs/known";
import { readStack } from "../../../checks/stack/read-stack";
import type { CheckedResource } from "../../../checks/stack/stack-resources";
import { resource, taskDefinition } from "../stack-resources";
import { pathOf } from "../../paths";

const daemon = { name: "neuron-rtd", image: "b" };
const model = { name: "bert", image: "b", environment: [{ name: "NEURON_RTD_ADDRESS", value: "unix:/a" }] };

function taskWith(...containers: object[]): CheckedResource {
    const [task] = readStack([taskDefinition("task", ...containers)]).taskDefinitions;
    assert.ok(task);
    return task;
}

const isModel = { part: "model", reason: "it has NEURON_RTD_ADDRESS" };

describe("What a path of a task definition says", () => {
    const cases: [string, object[], string, object][] = [
        [
            "the container, its part and the runtime",
            [model, daemon],
            "containerDefinitions[0].image",
            { container: "bert", role: isModel, runtime: "neuron-rtd" },
        ],
        [
            "the container at its index",
            [model, daemon],
            "containerDefinitions[1]",
            { container: "neuron-rtd", role: { part: "daemon", reason: "it is named so" }, runtime: "neuron-rtd" },
        ],
        ["the runtime, of what stands in no container", [model, daemon], "volumes[0]", { runtime: "neuron-rtd" }],
        [
            "the runtime, of what only ends in a container",
            [model],
            "x.containerDefinitions[0]",
            { runtime: "neuron-rtd" },
        ],
        [
            "no container that is not there",
            [model, daemon],
            "containerDefinitions[10].image",
            { runtime: "neuron-rtd" },
        ],
        [
            "no name that is not known",
            [{ ...model, name: UNKNOWN }, daemon],
            "containerDefinitions[0]",
            { role: isModel, runtime: "neuron-rtd" },
        ],
        [
            "no empty name",
            [{ ...model, name: "" }, daemon],
            "containerDefinitions[0]",
            { role: isModel, runtime: "neuron-rtd" },
        ],
        [
            "no part that is not decided",
            [{ name: "a", image: "b", environment: UNKNOWN }, daemon, { name: "c", image: "d" }],
            "containerDefinitions[0]",
            { container: "a", runtime: "neuron-rtd" },
        ],
        [
            "no part while the sidecar is not decided, and no runtime",
            [{ name: "a", image: UNKNOWN }],
            "containerDefinitions[0]",
            { container: "a" },
        ],
    ];
    for (const [what, containers, path, about] of cases) {
        it(`is ${what}`, () => {
            const task = taskWith(...containers);
            assert.deepStrictEqual(aboutPath(task, pathOf(path)), about);
        });
    }

    it("is nothing while the containers are not known", () => {
        const [task] = readStack([
            resource("taskDefinition", "task", { containerDefinitions: UNKNOWN }),
        ]).taskDefinitions;
        assert.ok(task);
        const path = ["containerDefinitions", 0];
        assert.deepStrictEqual(aboutPath(task, path), {});
    });
});

describe("What a path of another resource says", () => {
    it("is nothing", () => {
        const [template] = readStack([resource("launchTemplate", "template")]).launchTemplates;
        assert.ok(template);
        const path = ["containerDefinitions", 0];
        assert.deepStrictEqual(aboutPath(template, path), {});
    });
});
