import assert from "node:assert/strict";
import { UNKNOWN } from "../../../ecs/known";
import { neuronAmi } from "../../../checks/rules/neuron-ami";
import { capacity, launching, said } from "../inference-stack";
import { resource } from "../stack-resources";

const found = (properties: object) =>
    said(neuronAmi, resource("launchTemplate", "template", { instanceType: "inf1.xlarge", ...properties }));

describe("neuron-ami", () => {
    it("says that it does not know the image", () =>
        assert.deepStrictEqual(found({ imageId: UNKNOWN }), ["template: imageId: not known"]));

    it("names the images for Inf1 too where one of several types is of Inf1", () =>
        assert.deepStrictEqual(said(neuronAmi, ...capacity(launching("inf1.xlarge", "inf2.xlarge"))), [
            'template: imageId: launch template "template" launches Inf1 instances without naming an image: take it ' +
                "from a parameter below /aws/service/ecs/optimized-ami/amazon-linux-2/inf or " +
                "/aws/service/ecs/optimized-ami/amazon-linux-2023/neuron, for example " +
                "resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2/inf/recommended/image_id",
        ]));
});
