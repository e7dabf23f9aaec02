import assert from "node:assert/strict";
import { Bucket } from "@pulumi/aws/s3";
import * as pulumi from "@pulumi/pulumi";
import { Service, type ServiceArgs } from "../../../components";
import { children, register } from "../mocked-engine";
import { minimal, pool, task } from "./right-service";

/** What is wrong, the one change that makes it so, and the one problem. */
export type Refusal = readonly [what: string, change: object, problem: string];

export const awsvpc = { task: { ...task, networkMode: "awsvpc" } };
export const subnets = { networkConfiguration: { subnets: ["subnet-1"] } };

/** What is wrong with the arguments, once the program gives the change; nothing, where nothing is. */
export async function problems(change: () => object, preview = false): Promise<string> {
    let registered: readonly unknown[] = [];
    try {
        await register(
            () => new Service("bert", { ...minimal, ...change() }),
            (so) => (registered = children(so).filter(({ type }) => type === "aws:ecs/service:Service")),
            preview,
        );
    } catch (error) {
        assert.deepStrictEqual(registered, []);
        assert.equal((error as Error).name, "InvalidArgumentsError");
        return (error as Error).message;
    }
    return "";
}

export const refusal = (...lines: string[]) =>
    [
        `Service "bert" has ${lines.length === 1 ? "a wrong argument" : `${lines.length} wrong arguments`}:`,
        ...lines.map((line) => `  - ${line}`),
    ].join("\n");

/** Refuses each of the changes before it registers a child. */
export function refuses(cases: readonly Refusal[]): void {
    for (const [what, change, problem] of cases) {
        it(`refuses ${what}, before it registers a child`, async () => {
            assert.equal(await problems(() => change), refusal(problem));
        });
    }
}

/** The same, and at a preview beside ARNs that are not known. */
export function refusesAtPreviewToo(cases: readonly Refusal[]): void {
    refuses(cases);
    for (const [what, change, problem] of cases) {
        it(`refuses ${what}, at a preview beside ARNs that are not known`, async () => {
            assert.equal(await problems(() => besideUnknown(change), true), refusal(problem));
        });
    }
}

export function accepts(cases: readonly (readonly [what: string, change: object])[]): void {
    for (const [what, change] of cases) {
        it(`accepts ${what}`, async () => {
            assert.equal(await problems(() => change), "");
        });
    }
}

/** The change as outputs, whose ARNs a preview does not know: the mocks do not answer them. */
export function besideUnknown(change: object): object {
    const later = new Bucket("made-later", {}).hostedZoneId;
    const records = { pool, task, ...change };
    return {
        ...change,
        pool: pulumi.output({ ...records.pool, clusterArn: later, capacityProviderName: later }),
        task: pulumi.output({ ...records.task, taskDefinitionArn: later }),
    };
}

/** The inputs of the one child of a service. */
export async function inputsOf(args: ServiceArgs): Promise<Record<string, unknown>> {
    const registered = children(await register(() => new Service("bert", args)));
    assert.deepStrictEqual(
        registered.map(({ type, name }) => [type, name]),
        [["aws:ecs/service:Service", "bert-service"]],
    );
    return registered[0]?.inputs ?? {};
}

/** What is ignored and how long operations may take, of the ECS service. */
export async function optionsOf(args: ServiceArgs): Promise<pulumi.CustomResourceOptions> {
    const seen: pulumi.CustomResourceOptions[] = [];
    const see: pulumi.ResourceTransformation = ({ opts }) => void seen.push(opts);
    await register(() => new Service("bert", args, { transformations: [see] }));
    return seen[1] ?? {};
}

/** A load balancer before the model. */
export const loadBalancers = [
    {
        targetGroupArn: "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/bert/1",
        containerName: "bert",
        containerPort: 8501,
    },
];
