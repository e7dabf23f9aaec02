import assert from "node:assert/strict";
import { UNKNOWN } from "../../../checks/known";
import { neuronAmi } from "../../../checks/rules/neuron-ami";
import { said } from "../inference-stack";
import { resource } from "../stack-resources";

const found = (properties: object) =>
    said(neuronAmi, resource("launchTemplate", "template", { instanceType: "inf1.xlarge", ...properties }));

describe("neuron-ami", () => {
    it("says that it does not know the image", () =>
        assert.deepStrictEqual(found({ imageId: UNKNOWN }), ["template: imageId: not known"]));
});
