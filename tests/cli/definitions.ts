import { containerDefinitions } from "../../contract/container-definitions";
import { pascalCase } from "../checks/pascal-case";

/** In the environment of each model container, where secrets stand; no report may show it. */
export const canary = "c4n4ry-s3cr3t";

/** A task definition that is right by every rule, with a secret in it. */
export function rightDefinition() {
    return {
        family: "bert",
        containerDefinitions: containerDefinitions({
            containers: [
                { name: "bert", image: "bert:1", memoryReservationMiB: 1000, environment: { PASSWORD: canary } },
            ],
            neuronRtdImage: "790709498068.dkr.ecr.us-east-1.amazonaws.com/neuron-rtd:latest",
            neuronRtdMemoryReservationMiB: 1000,
            neuronRtdCpu: 0,
            visibleDevices: "ALL",
            socketVolumeName: "sock",
            socketContainerPath: "/sock",
        }) as unknown as Record<string, unknown>[],
        volumes: [{ name: "sock" }],
        placementConstraints: [{ type: "memberOf", expression: "attribute:ecs.instance-type == inf1.xlarge" }],
    };
}

/** The same, with devices that are not contiguous, which `neuron-visible-devices` alone rejects. */
export function wrongDefinition() {
    const definition = rightDefinition();
    for (const container of definition.containerDefinitions) {
        if (container["name"] === "neuron-rtd") {
            container["environment"] = [{ name: "AWS_NEURON_VISIBLE_DEVICES", value: "0,2" }];
        }
    }
    return definition;
}

export const devicesMessage =
    'container "neuron-rtd" has AWS_NEURON_VISIBLE_DEVICES "0,2", but there is a gap between 0 and 2: the list ' +
    "must be contiguous; " +
    "it must be ALL, or a contiguous ascending list of device indexes such as 0 or 0,1: set it to ALL";

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
