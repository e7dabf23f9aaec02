import assert from "node:assert/strict";
import { Workspace } from "../../../command";
import { cloudFormation, rightDefinition } from "../../../definitions";

describe("ecs-inferentia check --parameter", () => {
    const workspace = new Workspace();
    after(() => workspace.remove());

    const devices = "AWS_NEURON_VISIBLE_DEVICES";
    const template = (parameters: object, value: unknown) => {
        const { Resources } = JSON.parse(JSON.stringify(cloudFormation(rightDefinition()))) as {
            Resources: { Bert: { Properties: { ContainerDefinitions: { Environment: object[] }[] } } };
        };
        const [, sidecar] = Resources.Bert.Properties.ContainerDefinitions;
        Object.assign(sidecar ?? {}, { Environment: [{ Name: devices, Value: value }] });
        return {
            Parameters: parameters,
            Conditions: { IsLarge: { "Fn::Equals": [{ Ref: "Size" }, "large"] } },
            Resources,
        };
    };
    const findings = (...args: string[]) => {
        const { out } = workspace.run(["check", "--format", "json", ...args, "template.json"]);
        const report = JSON.parse(out) as { findings: { rule: string; kind: string; condition?: string }[] };
        return report.findings.map(({ rule, kind, condition }) => [rule, kind, condition]);
    };

    it("gives a parameter its value, before its default", () => {
        workspace.write(
            "template.json",
            template({ Devices: { Type: "String", Default: "ALL" }, Size: { Type: "String" } }, { Ref: "Devices" }),
        );
        assert.deepStrictEqual(
            [findings(), findings("--parameter", "Devices=0,2")],
            [[], [["neuron-visible-devices", "violation", undefined]]],
        );
    });

    it("decides the conditions that depend on it", () => {
        workspace.write(
            "template.json",
            template({ Size: { Type: "String" } }, { "Fn::If": ["IsLarge", "0,2", "ALL"] }),
        );
        assert.deepStrictEqual(
            [findings(), findings("--parameter", "Size=large"), findings("--parameter", "Size=small")],
            [
                [["neuron-visible-devices", "violation", "IsLarge is true"]],
                [["neuron-visible-devices", "violation", undefined]],
                [],
            ],
        );
    });

    const small = { Size: { Type: "String", Default: "small", AllowedValues: ["small", "large"] } };
    const whatIsSaid = (...args: string[]) => {
        const { code, err } = workspace.run(["check", ...args]);
        return [code, err];
    };

    it("says of a value that the template does not allow", () => {
        workspace.write("template.json", template(small, "ALL"));
        assert.deepStrictEqual(whatIsSaid("--parameter", "Size=huge", "template.json"), [
            0,
            "template.json:3: warning: the value that is given for Size is none of its AllowedValues\n",
        ]);
    });
});
