import { stringify } from "yaml";
import { assembly } from "./assembly";
import { pulumiPlan, pulumiPreview, pulumiProgram, pulumiState } from "./pulumi";
import { camelKeys } from "./spelling";
import { terraformPlan, terraformState, terraformStateFile } from "./terraform";
import type { Template } from "../../checks/template";

/** The texts of a format's files, by their names; undefined where the format has nothing of the kind. */
type Render = (template: Template) => Readonly<Record<string, string>> | undefined;

const json = (name: string, render: (template: Template) => unknown): Render => {
    return (template) => ({ [name]: JSON.stringify(render(template), undefined, 1) });
};
const yaml = (name: string, render: (template: Template) => unknown): Render => {
    return (template) => ({ [name]: stringify(render(template)) });
};

/** How each tool writes what a template says. */
export const formats: Readonly<Record<string, Render>> = {
    "ECS and Batch JSON": registered,
    "CloudFormation JSON": json("template.json", (template) => template),
    "CloudFormation YAML": yaml("template.yaml", (template) => template),
    "cdk.out": assembly,
    "Terraform plan": json("plan.json", terraformPlan),
    "Terraform state, shown": json("state.json", terraformState),
    "Terraform state file": json("terraform.tfstate", terraformStateFile),
    "Pulumi preview": json("preview.json", pulumiPreview),
    "Pulumi plan": json("plan.json", pulumiPlan),
    "Pulumi state": json("state.json", pulumiState),
    "Pulumi YAML": yaml("Pulumi.yaml", pulumiProgram),
};

/** What the AWS CLI takes: a definition by itself, under the name of the resource. */
function registered({ Resources }: Template): Readonly<Record<string, string>> | undefined {
    const [[id, { Type, Properties }] = ["", { Type: "" }], ...more] = Object.entries(Resources);
    const name = { "AWS::ECS::TaskDefinition": "family", "AWS::Batch::JobDefinition": "jobDefinitionName" }[Type];
    return more.length > 0 || name === undefined
        ? undefined
        : { "definition.json": JSON.stringify({ ...(camelKeys(Properties) as object), [name]: id }, undefined, 1) };
}
