import assert from "node:assert/strict";
import { UNKNOWN } from "../../../ecs/known";
import { neuronInstanceImdsv2 } from "../../../checks/rules/neuron-instance-imdsv2";
import { readStack } from "../../../checks/stack/read-stack";
import { said } from "../inference-stack";
import { resource } from "../stack-resources";

const found = (properties: object) =>
    said(neuronInstanceImdsv2, resource("launchTemplate", "template", { instanceType: "inf1.xlarge", ...properties }));

const neuronAmi = "resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/neuron/recommended/image_id";

/** Whether what is said is advice, of a launch template and of an instance that stands there by itself. */
const advises = (kind: "launchTemplate" | "instance", properties: object) => {
    const stack = readStack([
        resource(kind, "one", { instanceType: "inf2.xlarge", userData: "echo ECS_CLUSTER=a", ...properties }),
    ]);
    const [template] = stack.launchTemplates;
    assert.ok(template);
    return [...(neuronInstanceImdsv2.perLaunchTemplate?.(template, stack) ?? [])].map(
        ({ isAdvice }) => isAdvice === true,
    );
};

describe("neuron-instance-imdsv2", () => {
    it("advises where an image of Amazon Linux 2023 requires it already", () =>
        assert.deepStrictEqual(advises("launchTemplate", { imageId: neuronAmi }), [true]));

    it("is mandatory where another image decides", () =>
        assert.deepStrictEqual(advises("launchTemplate", { imageId: "ami-1" }), [false]));

    it("is mandatory where IMDSv1 is let in, whatever the image", () => {
        const metadataOptions = { httpTokens: "optional" };
        assert.deepStrictEqual(advises("launchTemplate", { imageId: neuronAmi, metadataOptions }), [false]);
        assert.deepStrictEqual(advises("instance", { ami: neuronAmi, metadataOptions }), [false]);
    });

    it("advises of an instance that stands there by itself, unless its image requires it", () => {
        assert.deepStrictEqual(advises("instance", { ami: "ami-1" }), [true]);
        assert.deepStrictEqual(advises("instance", { ami: neuronAmi }), []);
        assert.deepStrictEqual(advises("instance", { ami: UNKNOWN }), []);
    });

    it("says that it does not know whether the metadata service is on", () =>
        assert.deepStrictEqual(found({ metadataOptions: { httpEndpoint: UNKNOWN, httpTokens: "required" } }), [
            "template: metadataOptions.httpEndpoint: not known",
        ]));

    it("says that it does not know which version of the metadata service is on", () =>
        assert.deepStrictEqual(found({ metadataOptions: { httpTokens: UNKNOWN } }), [
            "template: metadataOptions.httpTokens: not known",
        ]));
});
