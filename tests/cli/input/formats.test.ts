import assert from "node:assert/strict";
import { stringify } from "yaml";
import {
    canary,
    cloudFormation,
    devicesMessage,
    pulumiState,
    rightDefinition,
    terraformPlan,
    wrongDefinition,
} from "../definitions";
import { Workspace } from "../command";

type Definition = ReturnType<typeof rightDefinition>;

interface Source {
    readonly what: string;
    readonly file: string;
    readonly resource: string;
    /** A text that stands in the line of the wrong value, once. */
    readonly at: string;
    readonly write: (definition: Definition) => unknown;
}

const sources: Source[] = [
    {
        what: "what register-task-definition takes",
        file: "register.json",
        resource: "bert",
        at: '"0,2"',
        write: (definition) => definition,
    },
    {
        what: "what describe-task-definition returns",
        file: "describe.json",
        resource: "bert",
        at: '"0,2"',
        write: (taskDefinition) => ({ taskDefinition, tags: [] }),
    },
    {
        what: "a list of task definitions",
        file: "list.json",
        resource: "bert",
        at: '"0,2"',
        write: (definition) => [definition],
    },
    {
        what: "a CloudFormation template in JSON",
        file: "template.json",
        resource: "Bert",
        at: '"0,2"',
        write: cloudFormation,
    },
    {
        what: "a CloudFormation template in YAML",
        file: "template.yaml",
        resource: "Bert",
        at: "0,2",
        write: (definition) => stringify(cloudFormation(definition)),
    },
    {
        what: "a Terraform plan",
        file: "plan.json",
        resource: "module.ml.aws_ecs_task_definition.bert",
        at: "container_definitions",
        write: terraformPlan,
    },
    {
        what: "a Pulumi state",
        file: "state.json",
        resource: "urn:pulumi:dev::ml::aws:ecs/taskDefinition:TaskDefinition::bert",
        at: "containerDefinitions",
        write: pulumiState,
    },
];

describe("ecs-inferentia check", function () {
    this.timeout(60_000);
    let workspace: Workspace;

    before(() => (workspace = new Workspace()));
    after(() => workspace.remove());

    for (const { what, file, resource, at, write } of sources) {
        it(`finds nothing in ${what} that is right`, () => {
            workspace.write(file, write(rightDefinition()));
            assert.deepStrictEqual(workspace.run(["check", file]), {
                code: 0,
                out: "1 file checked: 0 mandatory, 0 advisory\n",
                err: "",
            });
        });

        it(`finds what is wrong in ${what}, at its line`, () => {
            workspace.write(file, write(wrongDefinition()));
            const { code, out } = workspace.run(["check", "--format", "json", file]);
            const content = write(wrongDefinition());
            const text = typeof content === "string" ? content : JSON.stringify(content, undefined, 2);
            const line = text.split("\n").findIndex((one) => one.includes(at)) + 1;
            assert.equal(code, 1);
            const { findings, failures, files } = JSON.parse(out) as {
                findings: (Record<string, unknown> & { line: number })[];
                failures: unknown[];
                files: number;
            };
            assert.deepStrictEqual([failures, files], [[], 1]);
            assert.equal(findings[0]?.line, line);
            assert.deepStrictEqual(
                findings.map(({ rule, level, kind, path, message, resource, file: where }) => ({
                    ...{ rule, level, kind, path, message, resource, file: where },
                    line: 0,
                })),
                [
                    {
                        file,
                        line: 0,
                        resource,
                        rule: "neuron-visible-devices",
                        level: "mandatory",
                        kind: "violation",
                        path: "containerDefinitions[1].environment.AWS_NEURON_VISIBLE_DEVICES",
                        message: devicesMessage,
                    },
                ],
            );
            assert.ok(!out.includes(canary));
        });
    }

    it("reads standard input", () => {
        const { code, out } = workspace.run(["check", "-"], JSON.stringify(wrongDefinition()));
        assert.equal(code, 1);
        assert.match(
            out,
            /^-:1:\d+ {2}neuron-visible-devices {2}mandatory · critical {2}bert, container "neuron-rtd"\n/,
        );
    });

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

    it("takes what a Terraform plan does not know yet for unknown, never for absent", () => {
        const plan = terraformPlan(rightDefinition());
        const [module] = plan.planned_values.root_module.child_modules;
        delete (module?.resources[0]?.values as { container_definitions?: string }).container_definitions;
        Object.assign(plan.resource_changes[0]?.change.after_unknown ?? {}, { container_definitions: true });
        workspace.write("unknown.json", plan);
        const { code, out } = workspace.run(["check", "--format", "json", "unknown.json"]);
        const { findings } = JSON.parse(out) as { findings: { kind: string }[] };
        assert.equal(code, 0);
        assert.ok(findings.length > 0);
        assert.ok(findings.every(({ kind }) => kind === "unknown"));
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

    it("judges every document of a file, and says which it cannot", () => {
        const documents = [cloudFormation(rightDefinition()), { kind: "ConfigMap" }, cloudFormation(wrongDefinition())];
        workspace.write("several.yaml", documents.map((one) => stringify(one)).join("---\n"));
        const { code, out, err } = workspace.run(["check", "--format", "json", "several.yaml"]);
        const { findings, files } = JSON.parse(out) as { findings: { rule: string; line: number }[]; files: number };
        assert.deepStrictEqual([code, files, findings.map(({ rule }) => rule)], [1, 1, ["neuron-visible-devices"]]);
        const text = documents.map((one) => stringify(one)).join("---\n");
        assert.ok((findings[0]?.line ?? 0) > text.slice(0, text.lastIndexOf("---")).split("\n").length);
        assert.match(err, /^several\.yaml:\d+: warning: this document of the file is not checked: it is none of /);
    });

    it("says of a finding under which condition it holds, where it does not hold in each branch", () => {
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

    it("takes the last of equal keys, as CloudFormation does, and warns of them", () => {
        const text = JSON.stringify(cloudFormation(wrongDefinition()));
        workspace.write("equal.json", text.replace('"Family":', '"Family":"other","Family":'));
        const { code, err } = workspace.run(["check", "equal.json"]);
        assert.deepStrictEqual(
            [code, err],
            [1, 'equal.json:1: warning: the key "Family" stands here again; this one counts\n'],
        );
    });
});
