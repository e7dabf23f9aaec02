import assert from "node:assert/strict";
import { UNKNOWN } from "../../../ecs/known";
import { neuronInstanceUserData } from "../../../checks/rules/neuron-instance-user-data";
import { capacity, launching, said } from "../inference-stack";
import { resource } from "../stack-resources";

const found = (properties: object) =>
    said(
        neuronInstanceUserData,
        resource("launchTemplate", "template", { instanceType: "inf1.xlarge", ...properties }),
    );

describe("neuron-instance-user-data", () => {
    it("says that it does not know the user data", () =>
        assert.deepStrictEqual(found({ userData: UNKNOWN }), ["template: userData: not known"]));

    it("says that it does not know whether one of several types is of Inf1", () => {
        const userData = "echo ECS_ENABLE_INF_SUPPORT=false >> /etc/ecs/ecs.config";
        const types = { ...launching("inf2.xlarge", UNKNOWN), template: { instanceType: undefined, userData } };
        assert.deepStrictEqual(said(neuronInstanceUserData, ...capacity(types)), ["template: instanceType: not known"]);
    });

    it("has nothing against a launch template without user data", () => assert.deepStrictEqual(found({}), []));
});
