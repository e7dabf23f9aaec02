import assert from "node:assert/strict";
import { configurationSchemaOf } from "../../../checks/configuration/policy-schema";

describe("The schema of a policy's options", () => {
    const policies: [string, string[]][] = [
        ["neuron-rtd-sidecar", ["scope", "runtimes", "allowedSidecarImages", "suppressions"]],
        ["neuron-placement", ["scope", "suppressions"]],
        ["ecs-inferentia", ["scope", "runtimes", "allowedSidecarImages", "suppressions"]],
        ["task-definition-shape", []],
        ["neuron-unknown-at-preview", []],
        ["neuron-suppressed", []],
        ["neuron-remediated", []],
        ["unknown", []],
    ];
    for (const [policy, options] of policies) {
        it(`has the options of ${policy}: ${options.join(", ") || "none"}`, () =>
            assert.deepStrictEqual(Object.keys(configurationSchemaOf(policy)).sort(), [...options].sort()));
    }
});
