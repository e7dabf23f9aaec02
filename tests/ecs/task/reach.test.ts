import assert from "node:assert/strict";
import { UNKNOWN } from "../../../ecs/known";
import { isPrivileged, reachesDevices, containerWithoutDevices } from "../../../ecs/task/reach";
import { containerOf, taskOf } from "../../checks/task-of";
import { undecidedAt } from "../../paths";

const sdk = "763104351884.dkr.ecr.us-west-2.amazonaws.com/pytorch-inference-neuronx:2";
const mapping = (hostPath: unknown) => ({ linuxParameters: { devices: [{ hostPath }] } });

describe("A container reaches Neuron devices", () => {
    const reaching: [boolean, string, object][] = [
        [true, "that it maps", mapping("/dev/neuron0")],
        [true, "that ECS assigns", { resourceRequirements: [{ type: "NeuronDevice", value: "ALL" }] }],
        [true, "as it is privileged", { privileged: true }],
        [true, "through the hook", { environment: [{ name: "AWS_NEURON_VISIBLE_DEVICES", value: "ALL" }] }],
        [true, "that it maps, whatever else is not known", { ...mapping("/dev/neuron0"), privileged: UNKNOWN }],
        [false, "by nothing", { ...mapping("/dev/fuse"), privileged: false }],
    ];
    for (const [reaches, what, container] of reaching) {
        it(`${reaches ? "" : "not "}${what}`, () => assert.equal(reachesDevices(containerOf(container)), reaches));
    }
    const undecidedCases: [string, object][] = [
        ["linuxParameters.devices", mapping(UNKNOWN)],
        ["privileged", { privileged: UNKNOWN }],
        ["environment", { environment: UNKNOWN }],
        ["secrets", { secrets: [{ name: "AWS_NEURON_VISIBLE_DEVICES" }] }],
        ["environmentFiles", { environmentFiles: [{ type: "s3", value: "a" }] }],
    ];
    for (const [path, container] of undecidedCases) {
        it(`or not, which is not decided by ${path}`, () =>
            assert.throws(
                () => reachesDevices(containerOf(container)),
                undecidedAt(`containerDefinitions[0].${path}`),
            ));
    }
});

describe("A task lacks the devices that an image of the SDK needs", () => {
    const tasks: [string | undefined, string, object[]][] = [
        ["c1", "where no container reaches any", [{}, { image: sdk }]],
        [undefined, "unless another container reaches one", [{ image: sdk }, mapping("/dev/neuron0")]],
        [undefined, "unless it only watches", [{ image: sdk, command: ["neuron-monitor"] }]],
        [undefined, "unless it compiles", [{ image: sdk, command: ["neuronx-cc", "compile"] }]],
        [undefined, "unless the image is somebody's own", [{ image: "own/bert-neuronx" }]],
    ];
    for (const [name, what, containers] of tasks) {
        it(what, () => assert.equal(containerWithoutDevices(taskOf(...containers))?.name, name));
    }

    it("which is not decided while its command is not known", () =>
        assert.throws(
            () => containerWithoutDevices(taskOf({ image: sdk, command: UNKNOWN })),
            undecidedAt("containerDefinitions[0].command"),
        ));
});

describe("A task is privileged", () => {
    it("by a container that does not only watch", () =>
        assert.deepStrictEqual(
            [[{}, { privileged: true }], [{}], [{ image: "prom/node-exporter", privileged: true }]].map((containers) =>
                isPrivileged(taskOf(...containers)),
            ),
            [true, false, false],
        ));
});
