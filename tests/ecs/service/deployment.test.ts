import assert from "node:assert/strict";
import { UNKNOWN } from "../../../ecs/known";
import {
    deploymentSteps,
    instancesToDeploy,
    instancesToDeployEach,
    isRolling,
    maxTasksToDeploy,
    type Deployment,
} from "../../../ecs/service/deployment";

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

    const unknown: [keyof Deployment, string[]][] = [
        ["desiredCount", ["desiredCount"]],
        ["minimumHealthyPercent", ["deploymentMinimumHealthyPercent"]],
        ["maximumPercent", ["deploymentMaximumPercent"]],
    ];
    for (const [member, path] of unknown) {
        it(`is not decided while its ${member} is not known`, () =>
            assert.throws(() => deploymentSteps({ [member]: UNKNOWN }), { values: [{ path }] }));
    }

    it("is rolling by default, which is not decided while its strategy is not known", () => {
        assert.deepStrictEqual(
            [{}, { strategy: "ROLLING" }, { strategy: "CANARY" }].map((one) => isRolling(one)),
            [true, true, false],
        );
        assert.throws(() => isRolling({ strategy: UNKNOWN }), {
            values: [{ path: ["deploymentConfiguration", "strategy"] }],
        });
    });
});

describe("Deployments of several services", () => {
    const cases: [string, Deployment[], number][] = [
        ["need the instances of all tasks, and the most that one has to spare", [{ desiredCount: 3 }, {}], 5],
        [
            "need twice the tasks of one whose new tasks all run beside the old ones",
            [{ desiredCount: 3, strategy: "CANARY" }, { desiredCount: 2 }],
            8,
        ],
        [
            "need none to spare where each stops a task first",
            [{ minimumHealthyPercent: 0 }, { desiredCount: 2, minimumHealthyPercent: 50 }],
            3,
        ],
        ["need none to spare for one that may proceed in any way", [{ desiredCount: 2, strategy: UNKNOWN }], 2],
        ["need none where there are none", [], 0],
    ];
    for (const [what, deployments, instances] of cases) {
        it(what, () => assert.equal(instancesToDeployEach(deployments), instances));
    }
});
