import assert from "node:assert/strict";
import { pathAmong, type Places } from "../../../checks/stack/places";

const places: Places = [
    [["containerDefinitions", 0], ["containerProperties"]],
    [["taskDefinition"], ["target", "ecsParameters", "taskDefinitionArn"]],
    [[], ["target", "ecsParameters"]],
];

describe("The place of what rules know of a service", () => {
    const cases: [what: string, path: (string | number)[], place: (string | number)[]][] = [
        ["is that of the value itself", ["taskDefinition"], ["target", "ecsParameters", "taskDefinitionArn"]],
        ["goes on within it", ["containerDefinitions", 0, "image"], ["containerProperties", "image"]],
        ["is by the first place that it is within", ["launchType"], ["target", "ecsParameters", "launchType"]],
        ["is itself where it is in words", ["instances of the cluster"], ["instances of the cluster"]],
    ];
    for (const [what, path, place] of cases) {
        it(what, () => assert.deepStrictEqual(pathAmong(path, places), place));
    }

    it("is its own where a resource has no other", () => assert.deepStrictEqual(pathAmong(["family"], []), ["family"]));

    it("can be in words", () =>
        assert.deepStrictEqual(pathAmong(["capacity providers"], [[["capacity providers"], ["job queue"]]]), [
            "job queue",
        ]));
});
