import assert from "node:assert/strict";
import { Workspace } from "../../../command";
import { cloudFormation, devicesMessage, wrongDefinition } from "../../../definitions";

describe("ecs-inferentia check, for CloudFormation,", () => {
    const workspace = new Workspace();
    after(() => workspace.remove());

    it("resolves what a CloudFormation template alone decides, and says what it cannot decide", () => {
        workspace.write(
            "short.yaml",
            `Parameters:
  Devices: {Type: String, Default: "0,2"}
  Image: {Type: String}
Resources:
  Repository: {Type: AWS::ECR::Repository}
  Bert:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Family: !Sub "\${AWS::StackName}-bert"
      Volumes: [{Name: sock}]
      ContainerDefinitions:
        - Name: bert
          Image: !Sub "\${Repository.RepositoryUri}:1"
          Essential: true
          Environment: [{Name: NEURON_RTD_ADDRESS, Value: unix:/sock/neuron-rtd.sock}]
          DependsOn: [{ContainerName: neuron-rtd, Condition: START}]
          MountPoints: [{ContainerPath: /sock, SourceVolume: sock}]
        - Name: neuron-rtd
          Image: !Ref Image
          EntryPoint: [sh, -c]
          Command: [!Join [" ", [neuron-rtd, -g, "unix:/sock/neuron-rtd.sock"]]]
          Environment: [{Name: AWS_NEURON_VISIBLE_DEVICES, Value: !Ref Devices}]
          LinuxParameters: {Capabilities: {Add: [SYS_ADMIN, IPC_LOCK]}}
          MountPoints: [{ContainerPath: /sock, SourceVolume: sock}]
`,
        );
        const { code, out } = workspace.run(["check", "--format", "json", "short.yaml"]);
        const { findings } = JSON.parse(out) as { findings: { rule: string; kind: string; message: string }[] };
        assert.equal(code, 1);
        assert.deepStrictEqual(
            findings.filter(({ kind }) => kind === "violation").map(({ rule, message }) => [rule, message]),
            [["neuron-visible-devices", devicesMessage]],
        );
        assert.ok(findings.some(({ kind }) => kind === "unknown"));
    });

    it("follows references between the resources of a template, not names", () => {
        const template = {
            Resources: {
                ...cloudFormation(wrongDefinition()).Resources,
                Web: {
                    Type: "AWS::ECS::TaskDefinition",
                    Properties: { Family: "web", ContainerDefinitions: [{ Name: "web", Image: "web:1", Memory: 100 }] },
                },
                Serving: {
                    Type: "AWS::ECS::Service",
                    Properties: { LaunchType: "FARGATE", TaskDefinition: { Ref: "Bert" } },
                },
                Site: {
                    Type: "AWS::ECS::Service",
                    Properties: { LaunchType: "FARGATE", TaskDefinition: { Ref: "Web" } },
                },
            },
        };
        workspace.write("services.json", template);
        const { out } = workspace.run([
            "check",
            "--rule",
            "neuron-compatible-launch-type",
            "--format",
            "json",
            "services.json",
        ]);
        const { findings } = JSON.parse(out) as { findings: { resource: string; rule: string }[] };
        assert.deepStrictEqual(
            findings.map(({ resource, rule }) => [resource, rule]),
            [["Serving", "neuron-compatible-launch-type"]],
        );
    });
});
