import assert from "node:assert/strict";
import { UNKNOWN } from "../../../ecs/known";
import { found } from "../own-sidecar";
import { leaves, second, specify, variable } from "../right-task";

const uncontiguous =
    `neuron-visible-devices: ${second}.environment.AWS_NEURON_VISIBLE_DEVICES: container "neuron-rtd" has ` +
    'AWS_NEURON_VISIBLE_DEVICES "0,2", but there is a gap between 0 and 2: the list must be contiguous; it must be ' +
    "ALL, or a contiguous ascending list of device indexes such as 0 or 0,1: set it to ALL";
const placements = ["neuron-placement", "neuron-image-supports-instance", "neuron-task-fits"].map(
    (rule) => `${rule}: placementConstraints`,
);
const devices = (value: string) => ({ environment: [variable("AWS_NEURON_VISIBLE_DEVICES", value)] });
specify("neuron-visible-devices", [
    ["needs no placement for ALL", { rest: { placementConstraints: UNKNOWN } }, leaves(...placements)],
    [
        "needs no placement for a list that is none",
        { daemon: devices("0,2"), rest: { placementConstraints: UNKNOWN } },
        { violations: [uncontiguous], undecided: placements },
    ],
    [
        "needs the placement for the bounds of a list",
        { daemon: devices("0,1"), rest: { placementConstraints: UNKNOWN } },
        leaves("neuron-visible-devices: placementConstraints", ...placements),
    ],
]);

describe("A variable that stands twice", () => {
    it("is checked by each of its values", () => {
        assert.deepStrictEqual(
            found((_, daemon) => void daemon.environment.push({ name: "AWS_NEURON_VISIBLE_DEVICES", value: "0,2" })),
            [
                "neuron-visible-devices: containerDefinitions[1].environment.AWS_NEURON_VISIBLE_DEVICES: container " +
                    '"runtime" has AWS_NEURON_VISIBLE_DEVICES "0,2", ' +
                    "but there is a gap between 0 and 2: the list must be contiguous; it must be ALL, or a " +
                    "contiguous ascending list of device indexes such as 0 or 0,1: set it to ALL",
            ],
        );
    });
});
