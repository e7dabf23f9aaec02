import assert from "node:assert/strict";
import { defaultConfiguration } from "../../../../../checks/configuration/read-configuration";
import { checkStack } from "../../../../../checks/judge/check-stack";
import { readTerraform } from "../../../../../cli/input/formats/terraform";

type Fields = Readonly<Record<string, unknown>>;

/** A resource of a plan: its values, and what its arguments refer to. */
interface Planned {
    readonly address: string;
    readonly values: Fields;
    readonly refersTo?: Readonly<Record<string, readonly string[]>>;
    /** The attributes that are known after apply. */
    readonly unknown?: readonly string[];
}

function plan(...resources: readonly Planned[]): object {
    const whole = resources.map(({ address, values, refersTo = {}, unknown = [] }) => {
        const isData = address.startsWith("data.");
        const [type = "", name = ""] = address.split(".").slice(isData ? 1 : 0);
        const one = { address, mode: isData ? "data" : "managed", type, name };
        const expressions = Object.entries(refersTo).map(([key, references]) => [key, { references }] as const);
        const after = Object.fromEntries(unknown.map((key) => [key, true]));
        return {
            planned: { ...one, values },
            change: { ...one, change: { actions: [isData ? "read" : "create"], after_unknown: after } },
            configured: { ...one, expressions: Object.fromEntries(expressions) },
        };
    });
    return {
        terraform_version: "1.9.8",
        planned_values: { root_module: { resources: whole.map(({ planned }) => planned) } },
        resource_changes: whole.map(({ change }) => change),
        configuration: { root_module: { resources: whole.map(({ configured }) => configured) } },
    };
}

const task: Planned = {
    address: "aws_ecs_task_definition.llm",
    values: {
        family: "llm",
        container_definitions: JSON.stringify([
            {
                name: "llm",
                image: "123456789012.dkr.ecr.us-east-1.amazonaws.com/llm-neuronx:1",
                memory: 1000,
                linuxParameters: { devices: [{ hostPath: "/dev/neuron0", permissions: ["read", "write"] }] },
            },
        ]),
    },
    unknown: ["arn"],
};
const parameter = (label: string, name: string, more: Partial<Planned> = {}): Planned => ({
    address: `aws_ssm_parameter.${label}`,
    values: { name, type: "String" },
    refersTo: { value: ["aws_ecs_task_definition.llm.arn", "aws_ecs_task_definition.llm"] },
    unknown: ["value"],
    ...more,
});
const data = (values: Fields, refersTo: Planned["refersTo"] = {}): Planned => ({
    address: "data.aws_ssm_parameter.task",
    values,
    refersTo,
    unknown: ["value"],
});
const service: Planned = {
    address: "aws_ecs_service.llm",
    values: { name: "llm", launch_type: "FARGATE" },
    refersTo: { task_definition: ["data.aws_ssm_parameter.task.value", "data.aws_ssm_parameter.task"] },
    unknown: ["task_definition"],
};

describe("A parameter of Systems Manager that a Terraform plan reads", () => {
    const behind = (...resources: readonly Planned[]) =>
        readTerraform(plan(task, ...resources, service))?.resources.find(({ id }) => id === service.address)
            ?.dependencies?.["taskDefinition"];

    it("stands for what the plan keeps in it, by its name", () =>
        assert.deepStrictEqual(behind(parameter("task", "/ml/task"), data({ name: "/ml/task" })), [task.address]));

    it("stands for what the plan keeps in it, by a reference, while its name is not known", () =>
        assert.deepStrictEqual(
            behind(parameter("task", "/ml/task"), data({}, { name: ["aws_ssm_parameter.task.name"] })),
            [task.address],
        ));

    it("stands for nothing where the plan keeps something else, or keeps it elsewhere", () => {
        assert.deepStrictEqual(behind(parameter("task", "/ml/other"), data({ name: "/ml/task" })), []);
        assert.deepStrictEqual(behind(parameter("task", "/ml/task", { refersTo: {} }), data({ name: "/ml/task" })), []);
        assert.deepStrictEqual(behind(data({ name: "/ml/task" })), []);
    });

    it("stands for nothing where several parameters have its name", () =>
        assert.deepStrictEqual(
            behind(parameter("one", "/ml/task"), parameter("other", "/ml/task"), data({ name: "/ml/task" })),
            [],
        ));

    it("lets a service be checked with the task that it runs", () => {
        const found = (name: string) =>
            checkStack(
                readTerraform(plan(task, parameter("task", name), data({ name: "/ml/task" }), service))?.resources ??
                    [],
                defaultConfiguration,
            )
                .findings.filter(({ rule }) => rule === "neuron-compatible-launch-type")
                .map(({ resource, kind }) => `${resource} ${kind}`);
        assert.deepStrictEqual(found("/ml/task"), ["aws_ecs_service.llm violation"]);
        assert.deepStrictEqual(found("/ml/other"), ["aws_ecs_service.llm unknown"]);
    });
});
