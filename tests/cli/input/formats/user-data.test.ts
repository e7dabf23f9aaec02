import assert from "node:assert/strict";
import { checkStack, defaultConfiguration } from "../../../../checks";
import { recognise } from "../../../../cli/input/formats";

const script = "#!/bin/bash\necho ECS_CLUSTER=ml >> /etc/ecs/ecs.config\nsystemctl start ecs\n";
const encoded = Buffer.from(script).toString("base64");
const instanceType = "inf2.xlarge";

const template = (type: string, properties: object) => ({ Resources: { A: { Type: type, Properties: properties } } });
const planned = (type: string, values: object) => ({
    format_version: "1.2",
    planned_values: { root_module: { resources: [{ address: "a", mode: "managed", type, name: "a", values }] } },
});
const written = { instanceType, userData: encoded };
const ofPulumi = (type: string, inputs: object) => ({ urn: `urn:pulumi:dev::ml::${type}::a`, type, inputs });

/** A script that starts the agent and waits for it, wherever instances are declared. */
const files: [string, unknown][] = [
    [
        "a launch template of CloudFormation",
        template("AWS::EC2::LaunchTemplate", {
            LaunchTemplateData: { InstanceType: instanceType, UserData: { "Fn::Base64": { "Fn::Sub": script } } },
        }),
    ],
    [
        "a launch configuration of CloudFormation",
        template("AWS::AutoScaling::LaunchConfiguration", {
            InstanceType: instanceType,
            UserData: { "Fn::Base64": { "Fn::Join": ["\n", script.split("\n")] } },
        }),
    ],
    [
        "a launch template of Terraform",
        planned("aws_launch_template", { instance_type: instanceType, user_data: encoded }),
    ],
    [
        "a launch configuration of Terraform",
        planned("aws_launch_configuration", { instance_type: instanceType, user_data: script }),
    ],
    [
        "a launch template of a Pulumi stack",
        { version: 3, deployment: { resources: [ofPulumi("aws:ec2/launchTemplate:LaunchTemplate", written)] } },
    ],
    [
        "a launch template of a Pulumi preview",
        {
            steps: [
                {
                    op: "create",
                    urn: "urn:pulumi:dev::ml::aws:ec2/launchTemplate:LaunchTemplate::a",
                    newState: ofPulumi("aws:ec2/launchTemplate:LaunchTemplate", written),
                },
            ],
        },
    ],
    [
        "a launch template of a Pulumi program",
        {
            name: "ml",
            runtime: "yaml",
            resources: {
                a: {
                    type: "aws:ec2:LaunchTemplate",
                    properties: { instanceType, userData: { "fn::toBase64": script } },
                },
            },
        },
    ],
];

describe("User data", () => {
    for (const [what, data] of files) {
        it(`is read in ${what}`, () => {
            const [document] = recognise(data);
            const { findings } = checkStack(document?.resources ?? [], defaultConfiguration);
            const found = findings.filter(({ rule }) => rule === "neuron-instance-user-data");
            assert.deepStrictEqual(
                found.map((one) => (one.kind === "violation" ? [one.level, one.problem] : one.kind)),
                [["mandatory", "waits for ever for the ECS agent, which starts only after user data has ended"]],
            );
        });
    }
});
