import assert from "node:assert/strict";
import { migrateToLibnrt } from "../../../checks/migration/to-libnrt";
import type { NeuronInstanceType } from "../../../contract";
import { UNKNOWN } from "../../../ecs/known";
import { rightTask } from "../right-task";
import { migrated, program, hasImage, rebuild } from "./migrated-task";

describe("The images of a migrated task", () => {
    const imageOf = (image: string, type?: NeuronInstanceType) => {
        const { definition, checklist, notes } = migrated(hasImage(image), type);
        const own = String(definition.containerDefinitions[0]?.["image"]);
        const name = own.slice(own.lastIndexOf("/") + 1);
        assert.equal(notes.at(-1) === `container "bert" has the image ${name}`, !own.endsWith(`/${image}`));
        return [name, checklist[0]];
    };
    const tryIt =
        'try the program of container "bert" in its new image: Python and the framework are newer ones of the ' +
        "same major version";

    it("takes the last one of the framework's major version that has the library for the chip", () => {
        assert.deepStrictEqual(imageOf("pytorch-inference-neuron:1.7.1-neuron-py36-ubuntu18.04"), [
            "pytorch-inference-neuron:1.13.1-neuron-py310-sdk2.20.2-ubuntu20.04",
            tryIt,
        ]);
        assert.deepStrictEqual(imageOf("tensorflow-inference-neuron:1.15.4-neuron-py37-ubuntu18.04"), [
            "tensorflow-inference-neuron:1.15.5-neuron-py38-sdk2.8.0-ubuntu20.04",
            tryIt,
        ]);
        assert.deepStrictEqual(imageOf("pytorch-inference-neuron:1.7.1-neuron-py36-ubuntu18.04", "inf2.xlarge"), [
            "pytorch-inference-neuronx:1.13.1-neuronx-py310-sdk2.20.2-ubuntu20.04",
            tryIt,
        ]);
    });

    it("keeps one that has the library for the chip", () => {
        const image = "pytorch-inference-neuron:1.9.1-neuron-py37-sdk1.16.1-ubuntu18.04";
        assert.deepStrictEqual(imageOf(image), [image, program]);
    });

    it("is to be rebuilt where it is not known", () =>
        assert.equal(migrated({ model: { image: UNKNOWN } }).checklist[0], rebuild));

    it("leaves the choice to a person where AWS has none", () => {
        const image = "mxnet-inference-neuron:1.8.0-neuron-py37-ubuntu18.04";
        const migration = migrateToLibnrt(rightTask(hasImage(image)), "inf2.xlarge");
        assert.ok(migration.kind === "migrated");
        assert.equal(
            migration.checklist[0]?.text,
            'choose another image for container "bert": AWS has none for Inferentia2 in the place of ' +
                '"mxnet-inference-neuron"; framework packages called neuronx, and no aws-neuron-runtime',
        );
    });
});
