import * as pulumi from "@pulumi/pulumi";
import type { MockCallArgs, MockResourceArgs } from "@pulumi/pulumi/runtime";
import * as debuggable from "@pulumi/pulumi/runtime/debuggable";
import { recommendedInferentiaAmiParameter } from "../../contract";

/** A resource as the engine was asked to register it. */
export interface Registered {
    readonly type: string;
    readonly name: string;
    readonly inputs: Record<string, unknown>;
}

const account = "123456789012";
const region = "us-east-1";
export const recommendedAmiId = "ami-0123456789abcdef0";

const parameters: Record<string, string> = {
    [recommendedInferentiaAmiParameter]: JSON.stringify({
        image_id: recommendedAmiId,
        image_name: "amzn2-ami-ecs-inf-hvm-2.0.20260820-x86_64-ebs",
    }),
    "/own/ami": "ami-0fedcba9876543210",
    "/own/broken": "no image",
};

const calls: Record<string, (inputs: Record<string, unknown>) => Record<string, unknown>> = {
    "aws:index/getRegion:getRegion": () => ({ region, id: region, name: region }),
    "aws:index/getPartition:getPartition": () => ({ partition: "aws" }),
    "aws:ssm/getParameter:getParameter": ({ name }) => ({ value: parameters[name as string] }),
    "aws:ec2/getVpc:getVpc": () => ({ id: "vpc-0default" }),
    "aws:ec2/getSubnets:getSubnets": () => ({ ids: ["subnet-0a", "subnet-0b"] }),
};

/** What AWS adds to a resource's inputs; at preview there is no resource yet, and so no ARN. */
function stateOf({ type, name, inputs }: MockResourceArgs, preview: boolean): Record<string, unknown> {
    const given = inputs as Record<string, unknown>;
    if (preview) {
        return given;
    }
    const physical = typeof given["name"] === "string" ? given["name"] : name;
    const service = type.split(":")[1]?.split("/")[0];
    const arn =
        service === "iam"
            ? `arn:aws:iam::${account}:${type.includes("nstanceProfile") ? "instance-profile" : "role"}/${physical}`
            : `arn:aws:${service}:${region}:${account}:${physical}`;
    return { name: physical, arn, latestVersion: 1, ...given };
}

/**
 * Runs a program against Pulumi's mocks and answers every resource that it registered, sorted by name.
 * The error of a program that fails is thrown, also when it comes from an output; `seen` gets the resources even then.
 */
export async function register(
    program: () => unknown,
    seen: (registered: readonly Registered[]) => void = () => {},
    preview = false,
): Promise<readonly Registered[]> {
    const registered: Registered[] = [];
    await pulumi.runtime.setMocks(
        {
            newResource: (args: MockResourceArgs) => {
                registered.push({ type: args.type, name: args.name, inputs: args.inputs as Record<string, unknown> });
                return { id: `${args.name}-id`, state: stateOf(args, preview) };
            },
            call: ({ token, inputs }: MockCallArgs) => {
                const call = calls[token];
                if (call === undefined) {
                    throw new Error(`the program called ${token}, which the mocks do not know`);
                }
                return call(inputs as Record<string, unknown>);
            },
        },
        "project",
        "stack",
        preview,
    );
    try {
        await runToTheEnd(program);
    } finally {
        seen(registered);
    }
    return registered.sort((one, other) => one.name.localeCompare(other.name) || one.type.localeCompare(other.type));
}

/** The resources without the components around them and the stack. */
export function children(registered: readonly Registered[]): readonly Registered[] {
    return registered.filter(({ type }) => !type.startsWith("pulumi"));
}

/** Runs a program as the Node host does: a failure in an output is an unhandled rejection, which ends the program. */
async function runToTheEnd(program: () => unknown): Promise<void> {
    const others = process.listeners("unhandledRejection");
    process.removeAllListeners("unhandledRejection");
    const failure = new Promise<never>((_, reject) => {
        process.on("unhandledRejection", reject);
    });
    try {
        const ended = pulumi.runtime
            .runInPulumiStack(() => Promise.resolve(void program()))
            .then(() => pulumi.runtime.disconnect());
        await Promise.race([failure, ended]);
    } catch (error) {
        // What a program that fails leaves pending is no leak; the SDK would say so when the tests end.
        (debuggable as unknown as { leakedPromises(): void }).leakedPromises();
        throw error;
    } finally {
        process.removeAllListeners("unhandledRejection");
        others.forEach((listener) => process.on("unhandledRejection", listener));
    }
}
