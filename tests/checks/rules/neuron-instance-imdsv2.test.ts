import assert from "node:assert/strict";
import { UNKNOWN } from "../../../ecs/known";
import { neuronInstanceImdsv2 } from "../../../checks/rules/neuron-instance-imdsv2";
import { said } from "../inference-stack";
import { resource } from "../stack-resources";

const found = (properties: object) =>
    said(neuronInstanceImdsv2, resource("launchTemplate", "template", { instanceType: "inf1.xlarge", ...properties }));

describe("neuron-instance-imdsv2", () => {
    it("says that it does not know whether the metadata service is on", () =>
        assert.deepStrictEqual(found({ metadataOptions: { httpEndpoint: UNKNOWN, httpTokens: "required" } }), [
            "template: metadataOptions.httpEndpoint: not known",
        ]));

    it("says that it does not know which version of the metadata service is on", () =>
        assert.deepStrictEqual(found({ metadataOptions: { httpTokens: UNKNOWN } }), [
            "template: metadataOptions.httpTokens: not known",
        ]));
});
