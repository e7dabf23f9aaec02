import assert from "node:assert/strict";
import { Runtime } from "../../../checks/configuration/options";
import { readConfiguration } from "../../../checks/configuration/read-configuration";
import { exampleOf } from "../../../checks/examples";
import { checkStack } from "../../../checks/judge/check-stack";
import type { Finding } from "../../../checks/judge/finding";

function findings(properties: Readonly<Record<string, unknown>>, configured: object): readonly Finding[] {
    const read = readConfiguration(configured);
    assert.ok("configuration" in read);
    return checkStack([{ id: "task", type: "AWS::ECS::TaskDefinition", properties }], read.configuration).findings;
}

const gap = exampleOf("neuron-visible-devices", "the devices are not contiguous");
const libnrt = {
    containerDefinitions: [
        { name: "bert", image: "bert", linuxParameters: { devices: [{ hostPath: "/dev/neuron0" }] } },
    ],
};

describe("A finding", () => {
    const found = {
        resource: "task",
        rule: "neuron-visible-devices",
        level: "mandatory",
        severity: "critical",
        path: "containerDefinitions[1].environment.AWS_NEURON_VISIBLE_DEVICES",
        container: "neuron-rtd",
        found: "there is a gap between 0 and 2: the list must be contiguous",
        remedy: "set it to ALL",
        role: { part: "daemon", reason: "it is named so" },
        runtime: "neuron-rtd",
    };
    const message = gap.findings[0]?.message ?? "";

    it("names the container, what was found, and the one remedy", () => {
        assert.deepStrictEqual(findings(gap.definition, {}), [{ ...found, kind: "violation", message }]);
    });

    it("carries the reason for which it is suppressed", () => {
        const suppressions = [{ resource: "task", reason: "a trial" }];
        assert.deepStrictEqual(findings(gap.definition, { "neuron-visible-devices": { suppressions } }), [
            {
                ...found,
                kind: "suppressed",
                message:
                    "neuron-visible-devices is switched off for this resource, because: a trial. It would say: " +
                    message,
                reason: "a trial",
            },
        ]);
    });

    it("names the option runtimes where that would change the verdict, and only there", () => {
        const only = (...runtimes: string[]) =>
            findings(libnrt, { "ecs-inferentia": { runtimes } }).map(({ rule, option }) => [rule, option]);
        assert.deepStrictEqual(only("neuron-rtd"), [
            ["neuron-rtd-sidecar", { name: "runtimes", value: Object.values(Runtime) }],
        ]);
        assert.deepStrictEqual(only("neuron-rtd", "libnrt"), []);
        assert.deepStrictEqual(
            findings(gap.definition, { "ecs-inferentia": { runtimes: ["neuron-rtd"] } }).map(({ option }) => option),
            [undefined],
        );
    });
});
