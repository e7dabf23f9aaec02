import assert from "node:assert/strict";
import { ArgumentPaths } from "../../../components/task-definition/argument-paths";
import { pathOf } from "../../paths";

const paths = new ArgumentPaths(
    [
        { path: "containers[0]", value: { dependsOn: [{}], mountPoints: [{}, {}], environment: [{}] } },
        { path: "sidecars[0]", value: { dependsOn: [{}] } },
        { path: "neuronRtd", value: {} },
    ],
    [
        { dependsOn: [{}, {}], mountPoints: [{}, {}, {}], environment: [{}, {}] },
        { dependsOn: [{}] },
        { mountPoints: [{}] },
    ],
);

describe("A property of a task definition", () => {
    const cases: [string, string][] = [
        ["memory", "memory"],
        ["containerDefinitions", "containers"],
        ["containerDefinitions[0]", "containers[0]"],
        ["containerDefinitions[0].image", "containers[0].image"],
        ["containerDefinitions[0].dependsOn[1].condition", "containers[0].dependsOn[0].condition"],
        ["containerDefinitions[0].mountPoints[2]", "containers[0].mountPoints[1]"],
        ["containerDefinitions[0].environment[0].value", "containers[0].environment[0].value"],
        ["containerDefinitions[1].dependsOn[0]", "sidecars[0].dependsOn[0]"],
        ["containerDefinitions[2].cpu", "neuronRtd.cpu"],
    ];
    for (const [property, argument] of cases) {
        it(`comes from the argument ${argument}: ${property}`, () =>
            assert.equal(paths.of(pathOf(property)), argument));
    }

    it("is the component's own where no argument gives it", () => {
        const given = ["containerDefinitions[0].dependsOn[0]", "containerDefinitions[0].dependsOn[1]"].map((path) =>
            paths.isGiven(pathOf(path)),
        );
        assert.deepStrictEqual(given, [false, true]);
    });
});
