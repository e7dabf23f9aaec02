import assert from "node:assert/strict";
import { deploymentSteps, instancesToDeploy, maxTasksToDeploy } from "../../../ecs/service/deployment";

/** Tasks, minimum healthy percent, maximum percent; whether a task is stopped, or started first; the instances. */
const deployments: [string, [number, number, number], boolean, boolean, number][] = [
    ["starts a task first with ECS's defaults", [1, 100, 200], false, true, 2],
    ["needs one instance more, however many tasks there are", [3, 100, 200], false, true, 4],
    ["stops a task first where none must stay", [1, 0, 100], true, false, 1],
    ["does either where the numbers allow both", [2, 50, 200], true, true, 2],
    ["does neither where all must stay and none may come", [2, 100, 100], false, false, 3],
    ["rounds the tasks that must stay up", [1, 1, 200], false, true, 2],
    ["rounds the tasks that may be there down", [1, 100, 199], false, false, 2],
    ["starts a task first from a whole task more on", [2, 100, 150], false, true, 3],
];

describe("A deployment of a service", () => {
    for (const [
        what,
        [desiredCount, minimumHealthyPercent, maximumPercent],
        stopsFirst,
        startsFirst,
        least,
    ] of deployments) {
        it(what, () => {
            const deployment = { desiredCount, minimumHealthyPercent, maximumPercent };
            assert.deepStrictEqual(deploymentSteps(deployment), { stopsFirst, startsFirst });
            assert.equal(instancesToDeploy(deployment), least);
        });
    }

    it("has as many tasks at most as its instances hold, those of the deployment with them", () => {
        const maxInstances = (instances: number, minimumHealthyPercent: number, strategy = "ROLLING") =>
            maxTasksToDeploy(instances, { minimumHealthyPercent, maximumPercent: 200, strategy });
        assert.deepStrictEqual(
            [maxInstances(4, 100), maxInstances(4, 0), maxInstances(4, 50), maxInstances(1, 50), maxInstances(0, 100)],
            [3, 4, 4, 0, 0],
        );
        assert.deepStrictEqual(
            [maxInstances(5, 100, "BLUE_GREEN"), maxInstances(4, 0, "LINEAR"), maxInstances(1, 0, "CANARY")],
            [2, 2, 0],
        );
    });

    it("needs twice its tasks' instances where the new tasks all run beside the old ones", () => {
        assert.equal(
            instancesToDeploy({ desiredCount: 3, minimumHealthyPercent: 0, maximumPercent: 100, strategy: "LINEAR" }),
            6,
        );
    });
});
