import assert from "node:assert/strict";
import { defaultConfiguration } from "../../../checks/configuration/read-configuration";
import { checkStack } from "../../../checks/judge/check-stack";
import { messageOf } from "../../../checks/phrasing/sentence";
import { capacity, inferenceService, inferenceTask } from "../inference-stack";
import { resource } from "../stack-resources";

describe("A whole stack", () => {
    it("is checked resource by resource: task definitions, services, launch templates, and no others", () => {
        const { checked, findings } = checkStack(
            [
                ...capacity({ template: { metadataOptions: { httpEndpoint: "enabled", httpTokens: "optional" } } }),
                inferenceService("service", "task"),
                inferenceTask("task", { devices: "all" }),
                resource("launchTemplate", "other", { instanceType: "m5.large" }),
            ],
            defaultConfiguration,
        );
        assert.deepStrictEqual(checked, ["task", "service", "template", "other"]);
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

    it("tells a task what its capacity needs, and not to add a daemon on Inf2", () => {
        const bert = { name: "bert", image: "bert", memory: 1000 };
        const environment = [{ name: "NEURON_RTD_ADDRESS", value: "unix:/sock/neuron-rtd.sock" }];
        const { findings } = checkStack(
            [
                ...capacity({ template: { instanceType: "inf2.xlarge" } }),
                inferenceService("service", "task"),
                resource("taskDefinition", "task", { containerDefinitions: [{ ...bert, environment }] }),
            ],
            defaultConfiguration,
        );
        const [only] = findings.filter(({ rule }) => rule === "neuron-rtd-sidecar").map(messageOf);
        assert.equal(
            only,
            "the task has NEURON_RTD_ADDRESS, for the runtime neuron-rtd, but inf2.xlarge needs the runtime libnrt, as " +
                "neuron-rtd drives Inf1 only: remove the variable, and map the devices in the model container",
        );
    });

    it("may be empty", () =>
        assert.deepStrictEqual(checkStack([], defaultConfiguration), {
            checked: [],
            concernsNeuron: false,
            findings: [],
        }));
});
