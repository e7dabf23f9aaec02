import assert from "node:assert/strict";
import { Workspace } from "../../../command";
import { cloudFormation, devicesMessage, rightDefinition, wrongDefinition } from "../../../definitions";

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

    it("judges the task set that a blue/green deployment by a hook replaces, as its service places it", () => {
        const definition = cloudFormation(rightDefinition());
        /** As AWS's guide has it: the hook names the resources that CodeDeploy replaces. */
        const blueGreen = (launchType: string, expression: string) => ({
            Transform: ["AWS::CodeDeployBlueGreen"],
            Hooks: {
                CodeDeployBlueGreenHook: {
                    Type: "AWS::CodeDeploy::BlueGreen",
                    Properties: {
                        TrafficRoutingConfig: { Type: "AllAtOnce" },
                        Applications: [
                            {
                                Target: { Type: "AWS::ECS::Service", LogicalID: "Serving" },
                                ECSAttributes: {
                                    TaskDefinitions: ["Bert", "GreenBert"],
                                    TaskSets: ["BlueTaskSet", "GreenTaskSet"],
                                },
                            },
                        ],
                    },
                },
            },
            Resources: {
                ...definition.Resources,
                Cluster: { Type: "AWS::ECS::Cluster" },
                Serving: {
                    Type: "AWS::ECS::Service",
                    Properties: {
                        Cluster: { Ref: "Cluster" },
                        DeploymentController: { Type: "EXTERNAL" },
                        PlacementConstraints: [
                            { Type: "memberOf", Expression: expression },
                            { Type: "distinctInstance" },
                        ],
                    },
                },
                BlueTaskSet: {
                    Type: "AWS::ECS::TaskSet",
                    Properties: {
                        Cluster: { Ref: "Cluster" },
                        LaunchType: launchType,
                        Service: { Ref: "Serving" },
                        TaskDefinition: { Ref: "Bert" },
                    },
                },
                Primary: {
                    Type: "AWS::ECS::PrimaryTaskSet",
                    Properties: { Service: { Ref: "Serving" }, TaskSetId: { "Fn::GetAtt": "BlueTaskSet.Id" } },
                },
            },
        });
        const found = (launchType: string, expression: string) => {
            workspace.write("blue-green.json", blueGreen(launchType, expression));
            const { out, err } = workspace.run(["check", "--format", "json", "blue-green.json"]);
            const { findings } = JSON.parse(out) as { findings: { resource: string; rule: string; kind: string }[] };
            return [err, ...findings.map(({ resource, rule, kind }) => `${resource} ${rule} ${kind}`)];
        };
        const onInf1 = "attribute:ecs.instance-type == inf1.xlarge";
        assert.deepStrictEqual(found("EC2", onInf1), [""]);
        assert.deepStrictEqual(found("FARGATE", onInf1), ["", "BlueTaskSet neuron-compatible-launch-type violation"]);
        assert.deepStrictEqual(found("EC2", "attribute:ecs.instance-type == m5.large"), [
            "",
            "BlueTaskSet neuron-placement violation",
        ]);
    });
});
