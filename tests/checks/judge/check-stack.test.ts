import assert from "node:assert/strict";
import { defaultConfiguration } from "../../../checks/configuration/read-configuration";
import { checkStack } from "../../../checks/judge/check-stack";
import { messageOf } from "../../../checks/phrasing/sentence";
import type { SourceResource } from "../../../checks/stack/source-resource";
import { componentTypes } from "../../../contract";
import { UNKNOWN } from "../../../ecs/known";
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

    const web = { containerDefinitions: [{ name: "web", image: "nginx:1" }] };
    const onInf1 = [{ type: "memberOf", expression: "attribute:ecs.instance-type == inf1.xlarge" }];
    const stacks: [string, SourceResource, boolean][] = [
        ["a task for inference", inferenceTask("task"), true],
        [
            "a task that may be for inference",
            resource("taskDefinition", "task", { containerDefinitions: UNKNOWN }),
            true,
        ],
        ["another task", resource("taskDefinition", "task", web), false],
        [
            "a service that is placed on Inf1",
            inferenceService("a", "elsewhere:1", { placementConstraints: onInf1 }),
            true,
        ],
        ["a service whose task may be for inference", inferenceService("a", UNKNOWN), true],
        ["a service whose task is elsewhere", inferenceService("a", "elsewhere:1"), false],
        ["instances of Inf1", resource("launchTemplate", "a", { instanceType: "inf1.xlarge" }), true],
        ["instances that may be of Inf1", resource("launchTemplate", "a", { instanceType: UNKNOWN }), true],
        ["instances of another type", resource("launchTemplate", "a", { instanceType: "m5.large" }), false],
        ["the scaling of a service", resource("scalableTarget", "a", { serviceNamespace: "ecs" }), false],
        ["a component of this package", { id: "a", type: componentTypes.cluster, properties: {} }, true],
        ["a component of another", { id: "a", type: "awsx:ecs:FargateService", properties: {} }, false],
    ];
    for (const [what, only, concernsNeuron] of stacks) {
        it(`concerns Neuron ${concernsNeuron ? "with" : "not with"} ${what}`, () =>
            assert.equal(checkStack([only], defaultConfiguration).concernsNeuron, concernsNeuron));
    }

    it("may be empty", () =>
        assert.deepStrictEqual(checkStack([], defaultConfiguration), {
            checked: [],
            concernsNeuron: false,
            findings: [],
        }));
});
