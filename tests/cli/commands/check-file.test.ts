import assert from "node:assert/strict";
import { Workspace } from "../command";
import { cloudFormation, devicesMessage, rightDefinition, wrongDefinition } from "../definitions";

/** A template whose first container is there in one case only, and whose devices are wrong in both. */
const template = `Parameters: {Stage: {Type: String, Default: test}}
Conditions: {IsProduction: !Equals [!Ref Stage, production]}
Resources:
  Bert:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Family: bert
      Volumes: [{Name: sock}]
      ContainerDefinitions:
        - !If
          - IsProduction
          - {Name: log, Image: fluent/fluentd}
          - !Ref AWS::NoValue
        - Name: bert
          Image: bert:1
          Environment: [{Name: NEURON_RTD_ADDRESS, Value: unix:/sock/other.sock}]
          DependsOn: [{ContainerName: neuron-rtd, Condition: START}]
          MountPoints: [{ContainerPath: /sock, SourceVolume: sock}]
        - Name: neuron-rtd
          Image: neuron-rtd:1
          EntryPoint: [sh, -c]
          Command: ["neuron-rtd -g unix:/sock/neuron-rtd.sock"]
          Environment:
            - Name: AWS_NEURON_VISIBLE_DEVICES
              Value: !If
                - IsProduction
                - all
                - "2,1"
          LinuxParameters: {Capabilities: {Add: [SYS_ADMIN, IPC_LOCK]}}
          MountPoints: [{ContainerPath: /sock, SourceVolume: sock}]
`;

describe("A finding in a template whose values depend on conditions", () => {
    const workspace = new Workspace();
    after(() => workspace.remove());

    it("has the position of the value in the branch, and is told once where it holds in each case", () => {
        workspace.write("template.yaml", template);
        const { out } = workspace.run(["check", "--format", "json", "template.yaml"]);
        const { findings } = JSON.parse(out) as {
            findings: { rule: string; line: number; column: number; container: string; condition?: string }[];
        };
        assert.deepStrictEqual(
            findings.map(({ rule, line, column, condition }) => [rule, line, column, condition]),
            [
                ["neuron-rtd-address", 16, 59, undefined],
                ["neuron-visible-devices", 27, 19, "IsProduction is true"],
                ["neuron-visible-devices", 28, 19, "IsProduction is false"],
            ],
        );
    });

    it("has the condition under which it holds, where it does not hold in each case", () => {
        const right = cloudFormation(rightDefinition()).Resources.Bert;
        const wrong = cloudFormation(wrongDefinition()).Resources.Bert;
        const containers = (bert: { Properties: unknown }) =>
            (bert.Properties as { ContainerDefinitions: unknown }).ContainerDefinitions;
        const properties = {
            ...(right.Properties as object),
            ContainerDefinitions: { "Fn::If": ["IsLarge", containers(wrong), containers(right)] },
        };
        workspace.write("conditions.json", {
            Parameters: { Size: { Type: "String", Default: "small" } },
            Conditions: { IsLarge: { "Fn::Equals": [{ Ref: "Size" }, "large"] } },
            Resources: { Bert: { ...right, Properties: properties } },
        });
        const { out } = workspace.run(["check", "--format", "json", "conditions.json"]);
        const { findings } = JSON.parse(out) as { findings: { condition: string; message: string }[] };
        assert.deepStrictEqual(
            findings.map(({ condition, message }) => [condition, message]),
            [["IsLarge is true", `${devicesMessage} (when IsLarge is true)`]],
        );
    });
});
