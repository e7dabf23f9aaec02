import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import type { PoolReference } from "../../../components/pool/pool-reference";
import type { TaskDefinitionArgs } from "../../../components/task-definition/args/task-definition";
import { TaskDefinition } from "../../../components/task-definition/task-definition";
import { children, register, type Registered } from "../mocked-engine";

/** The least that a model container is. */
export const model = { name: "bert", image: "123456789012.dkr.ecr.us-east-1.amazonaws.com/bert:1" };
/** A sidecar of the least memory that it needs. */
export const sidecar = { name: "logs", image: "logs:1", memory: 64 };
export const minimal: TaskDefinitionArgs = { containers: [model] };

/** The pool of a cluster that is there already. */
export const pool: PoolReference = {
    clusterName: "ml",
    clusterArn: "arn:aws:ecs:us-east-1:123456789012:cluster/ml",
    capacityProviderName: "ml-provider",
    instanceTypes: ["inf1.6xlarge"],
    runtime: "neuron-rtd",
};

/** Registers a component of these arguments, and answers its children. */
export async function registered(args: TaskDefinitionArgs): Promise<readonly Registered[]> {
    return children(await register(() => new TaskDefinition("inference", args)));
}

export function inputsOf(resources: readonly Registered[], name: string): Record<string, unknown> {
    const found = resources.find((one) => one.name === name);
    assert.ok(found, `no ${name} was registered`);
    return found.inputs;
}

export function taskDefinition(resources: readonly Registered[]): Record<string, unknown> {
    return inputsOf(resources, "inference-task");
}

export function containers(resources: readonly Registered[]): Record<string, unknown>[] {
    return JSON.parse(taskDefinition(resources)["containerDefinitions"] as string) as Record<string, unknown>[];
}

type Statement = { readonly Sid?: string; readonly Resource: unknown };

/** The statements of a policy that a component of these arguments makes. */
export async function statements(policy: string, args: TaskDefinitionArgs): Promise<readonly Statement[]> {
    const { policy: text } = inputsOf(await registered(args), policy);
    return (JSON.parse(text as string) as { Statement: Statement[] }).Statement;
}

export const log = (stream: string) => ({
    logDriver: "awslogs",
    options: {
        "awslogs-group": "/ecs/project-stack-inference",
        "awslogs-region": "us-east-1",
        "awslogs-stream-prefix": stream,
    },
});

/** What is wrong, the arguments that are changed for it, and the lines of the message. */
export type Refusal = readonly [what: string, change: object, problems: readonly string[]];

/** Arguments that decide which resources there are, and so are no outputs. */
const plainOnly = ["taskRolePolicyArns", "logging", "executeCommand"];

/** Refuses each of the arguments, written out and as outputs, before it registers a child. */
export function refuses(cases: readonly Refusal[], base: object = minimal): void {
    for (const [what, change, problems] of cases) {
        const count = problems.length === 1 ? "a wrong argument" : `${problems.length} wrong arguments`;
        const lines = problems.map((one) => `  - ${one}`).join("\n");
        const message = `TaskDefinition "inference" has ${count}:\n${lines}`;
        const args = { ...base, ...change };

        it(`refuses ${what}`, () => refused(args, message));

        it(`refuses ${what}, given as outputs`, () =>
            refused(
                Object.fromEntries(
                    Object.entries(args).map(([key, value]: [string, unknown]) => [
                        key,
                        value === undefined || plainOnly.includes(key) ? value : pulumi.output(value),
                    ]),
                ),
                message,
            ));
    }
}

async function refused(args: object, message: string): Promise<void> {
    let seen: readonly Registered[] = [];
    const program = () => new TaskDefinition("inference", args as TaskDefinitionArgs);
    await assert.rejects(
        register(program, (so) => (seen = children(so))),
        { name: "InvalidArgumentsError", message },
    );
    assert.deepStrictEqual(seen, []);
}

/** A container with something else. */
export const withContainer = (change: object) => ({ containers: [{ ...model, ...change }] });

/** Two model containers with libnrt, on the one device of their instance unless the rest says otherwise. */
export const twoModels = (first: object, second: object, rest: object = {}) => ({
    runtime: "libnrt",
    instanceType: "inf1.xlarge",
    containers: [
        { ...model, ...first },
        { ...model, name: "resnet", ...second },
    ],
    ...rest,
});
