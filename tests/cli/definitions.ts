import { exampleOf } from "../../checks/examples";
import { guide } from "../../checks/examples/bases/guide";
import { changed } from "../../checks/examples/change";
import { pascalCase } from "../checks/pascal-case";

/** In the environment of each model container, where secrets stand; no report may show it. */
export const canary = "c4n4ry-s3cr3t";

const gap = exampleOf("neuron-visible-devices", "the devices are not contiguous");

/** The guide's task definition as family `bert`, with a secret in it. */
export function rightDefinition() {
    return changed<typeof guide.definition & { readonly placementConstraints?: readonly object[] }>(
        guide.definition,
        [
            { set: "family", to: "bert" },
            { add: "containerDefinitions[model].environment", value: { name: "PASSWORD", value: canary } },
            // Pulumi and Terraform spell the path on the instance otherwise.
            { remove: "volumes[sock].host" },
            {
                set: "placementConstraints",
                to: [{ type: "memberOf", expression: "attribute:ecs.instance-type == inf1.xlarge" }],
            },
        ],
        guide.roles,
    );
}

/** The same, with devices that are not contiguous, which `neuron-visible-devices` alone rejects. */
export function wrongDefinition() {
    return changed(rightDefinition(), gap.changes, guide.roles);
}

const lowerCase = exampleOf("neuron-visible-devices", "ALL is in lower case");

/** The same, with ALL in lower case, which has one right answer. */
export function repairableDefinition() {
    return changed(rightDefinition(), lowerCase.changes, guide.roles);
}

export const repairableMessage = lowerCase.findings[0]?.message ?? "";

export const devicesMessage = gap.findings[0]?.message ?? "";

type Definition = ReturnType<typeof rightDefinition>;

/** The inputs of Pulumi's and Terraform's resources: the containers as JSON text, the volumes with their own keys. */
export function pulumiState({ family, containerDefinitions: containers, volumes, placementConstraints }: Definition) {
    const type = "aws:ecs/taskDefinition:TaskDefinition";
    return {
        version: 3,
        deployment: {
            resources: [
                { urn: "urn:pulumi:dev::ml::pulumi:pulumi:Stack::ml-dev", type: "pulumi:pulumi:Stack", custom: false },
                {
                    urn: `urn:pulumi:dev::ml::${type}::bert`,
                    type,
                    custom: true,
                    id: family,
                    inputs: { family, containerDefinitions: JSON.stringify(containers), volumes, placementConstraints },
                },
            ],
        },
    };
}

export function terraformPlan({ family, containerDefinitions: containers, volumes, placementConstraints }: Definition) {
    const values = {
        family,
        container_definitions: JSON.stringify(containers),
        volume: volumes,
        placement_constraints: placementConstraints,
    };
    return {
        format_version: "1.2",
        terraform_version: "1.9.0",
        planned_values: {
            root_module: {
                child_modules: [
                    {
                        address: "module.ml",
                        resources: [
                            {
                                address: "module.ml.aws_ecs_task_definition.bert",
                                mode: "managed",
                                type: "aws_ecs_task_definition",
                                name: "bert",
                                values,
                            },
                        ],
                    },
                ],
            },
        },
        resource_changes: [
            {
                address: "module.ml.aws_ecs_task_definition.bert",
                change: { actions: ["create"], after_unknown: { arn: true, id: true } },
            },
        ],
    };
}

export function cloudFormation(definition: Definition) {
    return { Resources: { Bert: { Type: "AWS::ECS::TaskDefinition", Properties: pascalCase(definition) } } };
}
