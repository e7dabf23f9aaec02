import assert from "node:assert/strict";
import { defaultConfiguration } from "../../../checks/configuration/read-configuration";
import { checkStack } from "../../../checks/judge/check-stack";
import { capacity, inferenceService, inferenceTask } from "../inference-stack";
import { resource } from "../stack-resources";

describe("A whole stack", () => {
    it("is judged resource by resource: task definitions, services, launch templates, and no others", () => {
        const { judged, findings } = checkStack(
            [
                ...capacity({ template: { metadataOptions: { httpEndpoint: "enabled", httpTokens: "optional" } } }),
                inferenceService("service", "task"),
                inferenceTask("task", { devices: "all" }),
                resource("launchTemplate", "other", { instanceType: "m5.large" }),
            ],
            defaultConfiguration,
        );
        assert.deepStrictEqual(judged, ["task", "service", "template", "other"]);
        assert.deepStrictEqual(
            findings.map((finding) => `${finding.resource}: ${finding.rule} (${finding.kind})`),
            [
                "task: neuron-visible-devices (violation)",
                "service: one-inference-task-per-instance (violation)",
                "template: neuron-ami (violation)",
                "template: neuron-instance-imdsv2 (violation)",
            ],
        );
    });

    it("may be empty", () =>
        assert.deepStrictEqual(checkStack([], defaultConfiguration), {
            judged: [],
            concernsNeuron: false,
            findings: [],
        }));
});
