import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { defaultConfiguration } from "../../../checks";
import { checkDocument } from "../../../cli/commands/check-document";
import { parseJson } from "../../../cli/input/parse-json";
import { parseYaml } from "../../../cli/input/parse-yaml";
import { recognise } from "../../../cli/input/formats";
import type { Position } from "../../../cli/input/position";
import { Workspace } from "../command";

/** A file in which «marks» stand around what a rule rejects, or cannot decide. */
type Marked = readonly [format: string, rule: string, text: string];

const launchType = "neuron-compatible-launch-type";
const devices = "libnrt-devices";
const imdsv2 = "neuron-instance-imdsv2";

const definition = {
    family: "bert",
    containerDefinitions: [
        { name: "bert", image: "bert:1", memory: 512, linuxParameters: { devices: [{ hostPath: "/dev/neuron0" }] } },
    ],
};
const containers = JSON.stringify(definition.containerDefinitions);
const inText = JSON.stringify(containers);
/** A member of a container, in a text of JSON. */
const devicesInText = `\\"linuxParameters\\": {\\"devices\\": «[{\\"hostPath\\": \\"/dev/neuron*\\"}]»}`;
/** The same in CloudFormation, as the properties of a resource in YAML. */
const bert = `Resources:
  Bert:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Family: bert
      ContainerDefinitions:
        - Name: bert
          Image: bert:1
          Memory: 512
          LinuxParameters: { Devices: [{ HostPath: /dev/neuron0 }] }
`;

const cases: readonly Marked[] = [
    [
        "an ECS task definition",
        devices,
        `{
  "family": "bert",
  "containerDefinitions": [
    {
      "name": "bert",
      "image": "bert:1",
      "linuxParameters": { "devices": «[{ "hostPath": "/dev/neuron*" }]» }
    }
  ]
}`,
    ],
    [
        "an ECS task definition of which a container lacks a property",
        "neuron-rtd-capabilities",
        `{
  "family": "bert",
  "containerDefinitions": [
    { "name": "bert", "image": "bert:1" },
    { "name": «"neuron-rtd"», "image": "neuron-rtd:1", "command": ["neuron-rtd", "-g", "unix:/sock/neuron.sock"] }
  ]
}`,
    ],
    [
        "an ECS task definition of which an object in a container lacks a property",
        "neuron-rtd-capabilities",
        `{
  "family": "bert",
  "containerDefinitions": [
    { "name": "bert", "image": "bert:1" },
    { "name": "neuron-rtd", "image": "neuron-rtd:1", "linuxParameters": «{ "initProcessEnabled": true }» }
  ]
}`,
    ],
    [
        "what describe-task-definition answers",
        launchType,
        `{
  "taskDefinition": {
    "family": "bert",
    "requiresCompatibilities": «["FARGATE"]»,
    "containerDefinitions": ${containers}
  },
  "tags": []
}`,
    ],
    [
        "a list of container definitions",
        devices,
        `[
  { "name": "log", "image": "log:1" },
  { "name": "bert", "image": "bert:1", "linuxParameters": { "devices": «[{ "hostPath": "/dev/neuron*" }]» } }
]`,
    ],
    [
        "a job definition of Batch",
        devices,
        `{
  "jobDefinitionName": "embed",
  "type": "container",
  "containerProperties": {
    "image": "embed:1",
    "linuxParameters": { "devices": «[{ "hostPath": "/dev/neuron*" }]» }
  }
}`,
    ],
    [
        "a job definition of Batch with several containers, as describe-job-definitions answers",
        devices,
        `{
  "jobDefinitions": [
    {
      "jobDefinitionName": "embed",
      "ecsProperties": {
        "taskProperties": [
          {
            "containers": [
              { "name": "log", "image": "log:1" },
              { "name": "embed", "linuxParameters": { "devices": «[{ "hostPath": "/dev/neuron*" }]» } }
            ]
          }
        ]
      }
    }
  ]
}`,
    ],
    [
        "a CloudFormation template in YAML",
        launchType,
        `${bert}  Web:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !Ref Bert
      LaunchType: «FARGATE»
`,
    ],
    [
        "a CloudFormation template in JSON, with a value that a condition decides",
        launchType,
        `{
  "Conditions": { "IsServerless": { "Fn::Equals": [{ "Ref": "AWS::StackName" }, "x"] } },
  "Resources": {
    "Bert": {
      "Type": "AWS::ECS::TaskDefinition",
      "Properties": {
        "ContainerDefinitions": [
          { "Name": "bert", "Image": "bert:1", "LinuxParameters": { "Devices": [{ "HostPath": "/dev/neuron0" }] } }
        ]
      }
    },
    "Web": {
      "Type": "AWS::ECS::Service",
      "Properties": {
        "TaskDefinition": { "Ref": "Bert" },
        "LaunchType": { "Fn::If": ["IsServerless", «"FARGATE"», "EC2"] }
      }
    }
  }
}`,
    ],
    [
        "a launch template in CloudFormation",
        imdsv2,
        `Resources:
  Inf2:
    Type: AWS::EC2::LaunchTemplate
    Properties:
      LaunchTemplateData:
        InstanceType: inf2.xlarge
        MetadataOptions:
          HttpTokens: «optional»
`,
    ],
    [
        "a launch template in CloudFormation that lacks a property",
        imdsv2,
        `Resources:
  Inf2:
    Type: AWS::EC2::LaunchTemplate
    Properties:
      LaunchTemplateData:
        InstanceType: inf2.xlarge
        MetadataOptions: «{ HttpEndpoint: enabled }»
`,
    ],
    [
        "an image that comes from a parameter of Systems Manager",
        "neuron-ami",
        `Resources:
  Inf2:
    Type: AWS::EC2::LaunchTemplate
    Properties:
      LaunchTemplateData:
        InstanceType: inf2.xlarge
        ImageId: «"{{resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id}}"»
`,
    ],
    [
        "a rule of EventBridge",
        launchType,
        `${bert}  Nightly:
    Type: AWS::Events::Rule
    Properties:
      ScheduleExpression: rate(1 day)
      Targets:
        - Id: log
          Arn: arn:aws:logs:eu-west-1:111111111111:log-group:x
        - Id: bert
          Arn: arn:aws:ecs:eu-west-1:111111111111:cluster/ml
          EcsParameters: { TaskDefinitionArn: !Ref Bert, LaunchType: «FARGATE» }
`,
    ],
    [
        "the input of a universal target of a schedule",
        launchType,
        `${bert}  Nightly:
    Type: AWS::Scheduler::Schedule
    Properties:
      ScheduleExpression: rate(1 day)
      Target:
        Arn: arn:aws:scheduler:::aws-sdk:ecs:runTask
        Input: '{ "TaskDefinition": "bert", "LaunchType": «"FARGATE"» }'
`,
    ],
    [
        "a state in the text of a state machine",
        launchType,
        `${bert}  Machine:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      DefinitionString: !Sub |
        {
          "StartAt": "Embed",
          "States": {
            "Embed": {
              "Type": "Task",
              "Resource": "arn:aws:states:::ecs:runTask.sync",
              "Parameters": { "TaskDefinition": "\${Bert}", "LaunchType": «"FARGATE"» },
              "End": true
            }
          }
        }
`,
    ],
    [
        "a state of a state machine",
        launchType,
        `${bert}  Machine:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      Definition:
        StartAt: Embed
        States:
          Embed:
            Type: Task
            Resource: arn:aws:states:::ecs:runTask.sync
            Parameters: { TaskDefinition: "\${Bert}", LaunchType: «FARGATE» }
            End: true
      DefinitionSubstitutions: { Bert: !Ref Bert }
`,
    ],
    [
        "an AppSpec file",
        launchType,
        `version: 0.0
Resources:
  - Bert:
      Type: AWS::ECS::Service
      Properties:
        TaskDefinition: bert
        PlatformVersion: «1.4.0»
`,
    ],
    [
        "a text in a Terraform plan",
        devices,
        `{
  "terraform_version": "1.11.4",
  "planned_values": {
    "root_module": {
      "resources": [
        {
          "address": "aws_ecs_task_definition.bert",
          "type": "aws_ecs_task_definition",
          "values": {
            "family": "bert",
            "container_definitions": "[{\\"name\\":\\"\\u003e\\",\\n ${devicesInText}}]"
          }
        }
      ]
    }
  }
}`,
    ],
    [
        "a block in a Terraform plan",
        imdsv2,
        `{
  "terraform_version": "1.11.4",
  "planned_values": {
    "root_module": {
      "resources": [
        {
          "address": "aws_launch_template.inf2",
          "type": "aws_launch_template",
          "values": { "instance_type": "inf2.xlarge", "metadata_options": [{ "http_tokens": «"optional"» }] }
        }
      ]
    }
  }
}`,
    ],
    [
        "a Terraform state, as Terraform keeps it",
        imdsv2,
        `{
  "version": 4,
  "lineage": "x",
  "resources": [
    {
      "mode": "managed",
      "type": "aws_launch_template",
      "name": "inf2",
      "instances": [
        { "attributes": { "instance_type": "inf2.xlarge", "metadata_options": [«{ "http_endpoint": "enabled" }»] } }
      ]
    }
  ]
}`,
    ],
    [
        "a Pulumi state with a secret in it",
        devices,
        `{
  "version": 3,
  "deployment": {
    "resources": [
      {
        "urn": "urn:pulumi:dev::ml::aws:ecs/taskDefinition:TaskDefinition::bert",
        "type": "aws:ecs/taskDefinition:TaskDefinition",
        "inputs": {
          "family": "bert",
          "containerDefinitions": {
            "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
            "plaintext": ${JSON.stringify(`"[{${devicesInText}}]"`)}
          }
        }
      }
    ]
  }
}`,
    ],
    [
        "a preview of Pulumi",
        launchType,
        `{
  "steps": [
    {
      "op": "create",
      "urn": "urn:pulumi:dev::ml::aws:ecs/taskDefinition:TaskDefinition::bert",
      "newState": {
        "urn": "urn:pulumi:dev::ml::aws:ecs/taskDefinition:TaskDefinition::bert",
        "type": "aws:ecs/taskDefinition:TaskDefinition",
        "inputs": { "requiresCompatibilities": «["FARGATE"]», "containerDefinitions": ${inText} }
      }
    }
  ]
}`,
    ],
    [
        "what changes, in a plan of Pulumi",
        launchType,
        `{
  "resourcePlans": {
    "urn:pulumi:dev::ml::aws:ecs/taskDefinition:TaskDefinition::bert": {
      "goal": {
        "type": "aws:ecs/taskDefinition:TaskDefinition",
        "inputDiff": { "adds": { "cpu": "256" }, "updates": { "requiresCompatibilities": «["FARGATE"]» } }
      },
      "state": { "containerDefinitions": ${inText} }
    }
  }
}`,
    ],
    [
        "what stays, in a plan of Pulumi",
        launchType,
        `{
  "plan": {
    "resourcePlans": {
      "urn:pulumi:dev::ml::aws:ecs/taskDefinition:TaskDefinition::bert": {
        "goal": { "type": "aws:ecs/taskDefinition:TaskDefinition", "inputDiff": { "adds": { "cpu": "256" } } },
        "state": { "requiresCompatibilities": «["FARGATE"]», "containerDefinitions": ${inText} }
      }
    }
  }
}`,
    ],
    [
        "a program in Pulumi YAML",
        devices,
        `name: ml
runtime: yaml
resources:
  bert:
    type: aws:ecs:TaskDefinition
    properties:
      family: bert
      containerDefinitions:
        fn::toJSON:
          - name: bert
            image: bert:1
            linuxParameters: { devices: «[{ hostPath: /dev/neuron* }]» }
`,
    ],
    [
        "a default of the cluster",
        launchType,
        `${bert}  Ml:
    Type: AWS::ECS::Cluster
    Properties:
      DefaultCapacityProviderStrategy: «[{ CapacityProvider: FARGATE }]»
  Web:
    Type: AWS::ECS::Service
    Properties: { Cluster: !Ref Ml, TaskDefinition: !Ref Bert }
`,
    ],
    [
        "what is not known of another resource",
        "neuron-driver-supports-runtime",
        `Parameters:
  Containers: { Type: String }
Resources:
  Inf1:
    Type: AWS::EC2::LaunchTemplate
    Properties:
      LaunchTemplateData:
        InstanceType: inf1.xlarge
        ImageId: "{{resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2/inf/recommended/image_id}}"
  Bert:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Family: bert
      ContainerDefinitions: !Ref «Containers»
`,
    ],
];

/** The lines and columns, from 1, between marks, and the text there. */
function marked(text: string): { readonly plain: string; readonly place: object } {
    const [before = "", value = "", after = ""] = text.split(/[«»]/);
    const at = (offset: number) => {
        const lines = `${before}${value}`.slice(0, offset).split("\n");
        return [lines.length, (lines.at(-1)?.length ?? 0) + 1];
    };
    const ends = [at(before.length), at(before.length + value.length)];
    return { plain: before + value + after, place: { ends, value } };
}

interface Result {
    readonly locations: readonly [{ readonly physicalLocation: { readonly region: object } }];
}

describe("The line and the column of a finding", () => {
    const workspace = new Workspace();
    after(() => workspace.remove());

    for (const [format, rule, text] of cases) {
        it(`are those of what it names, in ${format}`, () => {
            const { plain, place } = marked(text);
            const [parsed] = /^\s*[[{]/.test(plain) ? [parseJson(plain)] : parseYaml(plain);
            assert.ok(parsed);
            const file = { text: plain, encoding: "UTF-8", isJson: true, parts: [] } as const;
            const beside = { id: "bert", type: "AWS::ECS::TaskDefinition", properties: definition };
            const options = { parameters: {}, taskDefinitions: () => [beside] };
            const found = recognise(parsed.data, options)
                .flatMap((document) => checkDocument("file", file, document, parsed, defaultConfiguration).findings)
                .filter((finding) => finding.rule === rule)
                .map(({ line, column, endLine, endColumn }) => ({
                    ends: [
                        [line, column],
                        [endLine, endColumn],
                    ],
                    value: plain.slice(
                        parsed.lines.startOf(line) + column - 1,
                        parsed.lines.startOf(endLine) + endColumn - 1,
                    ),
                }));
            assert.deepStrictEqual(found, [place]);
        });
    }

    it("are the same in each report", () => {
        const [, , text = ""] = cases.find(([format]) => format === "a state in the text of a state machine") ?? [];
        workspace.write("machine.yaml", marked(text).plain);
        const reports = ["text", "json=out.json", "sarif=out.sarif"].flatMap((report) => ["--format", report]);
        const { out } = workspace.run(["check", "--rule", launchType, ...reports, "machine.yaml"]);
        const written = (name: string): unknown => JSON.parse(readFileSync(join(workspace.folder, name), "utf8"));
        const { findings } = written("out.json") as { findings: readonly Position[] };
        const { runs } = written("out.sarif") as { runs: readonly [{ results: readonly Result[] }] };
        const [line, column, endLine, endColumn] = [21, 74, 21, 83];
        assert.match(out, /^machine\.yaml:21:74 {2}neuron-compatible-launch-type /);
        assert.deepStrictEqual(
            findings.map((one) => [one.line, one.column, one.endLine, one.endColumn]),
            [[line, column, endLine, endColumn]],
        );
        assert.deepStrictEqual(
            runs[0].results.map(({ locations: [{ physicalLocation }] }) => physicalLocation.region),
            [{ startLine: line, startColumn: column, endLine, endColumn }],
        );
    });
});
