import type { Document } from "../document";
import type { ReadOptions } from "../read-options";
import { readCloudFormation } from "./cloudformation";
import { readEcs } from "./ecs";
import { readPulumiState } from "./pulumi-state";
import { readTerraformPlan } from "./terraform-plan";

/** A format answers undefined for data that is not of it. */
type Format = (data: unknown, options: ReadOptions) => Document | undefined;

const formats: readonly Format[] = [readEcs, readCloudFormation, readTerraformPlan, readPulumiState];

export const formatNames =
    "an ECS task definition, a CloudFormation template, a Terraform plan (terraform show -json) or a Pulumi state " +
    "(pulumi stack export)";

/** Finds out what data is; undefined when it is none of the formats. */
export function recognise(data: unknown, options: ReadOptions): Document | undefined {
    for (const format of formats) {
        const document = format(data, options);
        if (document !== undefined) {
            return document;
        }
    }
    return undefined;
}
