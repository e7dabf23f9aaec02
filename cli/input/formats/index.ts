import type { Document } from "../document";
import { noReadOptions, type ReadOptions } from "../read-options";
import { readAppSpec } from "./app-spec";
import { readCloudFormation } from "./cloudformation";
import { readBatch, readContainers, readEcs } from "./ecs";
import { readPulumiProgram } from "./pulumi-program";
import { readPulumiState } from "./pulumi-state";
import { readTerraform } from "./terraform";

/** A format answers undefined for data that is not of it; with several stacks, where conditions decide. */
type Format = (data: unknown, options: ReadOptions) => Document | readonly Document[] | undefined;

const formats: readonly Format[] = [
    readEcs,
    readContainers,
    readBatch,
    (data, options) => readCloudFormation(data, options.parameters, options),
    (data, { taskDefinitions }) => readAppSpec(data, taskDefinitions),
    readTerraform,
    readPulumiState,
    readPulumiProgram,
];

export const formatNames =
    "an ECS task definition or the list of its containers, an AWS Batch job definition, a CloudFormation template, " +
    "an AppSpec file of CodeDeploy, a Terraform plan or state (terraform show -json), a Pulumi state (pulumi stack " +
    "export), preview (--json) or plan, or a program in Pulumi YAML";

/** What a text of one of the formats has somewhere, even if it cannot be parsed. */
const signs = new RegExp(
    [
        ...["containerDefinitions", "container_definitions", "ContainerDefinitions", "jobDefinitionName", "AWS::"],
        ...['"?\\bResources"?\\s*:', '"planned_values"', "aws_ecs_", "aws:ecs[:/]"],
    ].join("|"),
);

export function hasSignOfFormat(text: string): boolean {
    return signs.test(text);
}

/** Finds out what data is, and what stacks it can become; empty when it is none of the formats. */
export function recognise(data: unknown, options: ReadOptions = noReadOptions): readonly Document[] {
    for (const format of formats) {
        const documents = format(data, options);
        if (documents !== undefined) {
            return [documents].flat();
        }
    }
    return [];
}
