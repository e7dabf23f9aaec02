import assert from "node:assert/strict";
import { UNKNOWN, Undecided } from "../../../ecs/known";
import { unsupportedImages } from "../../../ecs/task/unsupported-images";
import { taskOf } from "../../checks/task-of";

const neuronx = "763104351884.dkr.ecr.us-west-2.amazonaws.com/pytorch-inference-neuronx:2.1.2";
const own = "example.org/bert:1";

/** The types on which the image of each container cannot run; last whether more may be found. */
function found(images: readonly unknown[], areLaunched: boolean, ...types: string[]): readonly unknown[] {
    const all: unknown[] = [];
    try {
        for (const { container, type } of unsupportedImages(taskOf(...images.map((image) => ({ image }))), {
            types,
            areLaunched,
        })) {
            all.push([container.name, type]);
        }
    } catch (error) {
        assert.ok(error instanceof Undecided);
        all.push(error.values.map(({ path }) => path));
    }
    return all;
}

describe("The images that cannot run on the types of a task", () => {
    const image = [["containerDefinitions", 0, "image"]];
    const cases: [string, readonly unknown[], boolean, string[], readonly unknown[]][] = [
        ["are those for other chips", [own, neuronx], false, ["inf1.xlarge"], [["c1", "inf1.xlarge"]]],
        ["are none for their chips", [neuronx], false, ["inf2.xlarge"], []],
        ["are none where one type has their chips", [neuronx], false, ["inf1.xlarge", "inf2.xlarge"], []],
        [
            "are those for other chips than one type that is launched",
            [neuronx],
            true,
            ["inf2.xlarge", "inf1.xlarge"],
            [["c0", "inf1.xlarge"]],
        ],
        ["are none on types that are not known here", [neuronx], true, ["inf9.xlarge"], []],
        [
            "are those for other chips, beside an image that is not known",
            [UNKNOWN, neuronx],
            false,
            ["inf1.xlarge"],
            [["c1", "inf1.xlarge"], image],
        ],
    ];
    for (const [what, images, areLaunched, types, expected] of cases) {
        it(what, () => assert.deepStrictEqual(found(images, areLaunched, ...types), expected));
    }

    const parts: [string, object, string, boolean][] = [
        ["are none of a container that watches", { image: neuronx, command: ["neuron-monitor"] }, "inf1.xlarge", false],
        ["are none of one that compiles", { image: neuronx, command: ["neuronx-cc", "compile"] }, "inf1.xlarge", false],
        ["are the daemon's, whatever its image is", { image: own, command: ["neuron-rtd"] }, "inf2.xlarge", true],
        ["are the daemon's, whose image is not known", { name: "neuron-rtd", image: UNKNOWN }, "trn1.2xlarge", true],
        ["are not the daemon's on Inf1", { name: "neuron-rtd", image: own }, "inf1.xlarge", false],
    ];
    for (const [what, container, type, isDaemon] of parts) {
        it(what, () => {
            const all = [...unsupportedImages(taskOf(container), { types: [type], areLaunched: true })];
            assert.deepStrictEqual(
                all.map((one) => [one.type, one.isDaemon]),
                isDaemon ? [[type, true]] : [],
            );
        });
    }
});
