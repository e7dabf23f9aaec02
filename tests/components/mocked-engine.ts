import * as pulumi from "@pulumi/pulumi";
import type { MockCallArgs, MockResourceArgs } from "@pulumi/pulumi/runtime";
import * as debuggable from "@pulumi/pulumi/runtime/debuggable";
import { recommendedInferentiaAmiParameter, recommendedNeuronAmiParameter } from "../../contract";

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
    [recommendedNeuronAmiParameter]: JSON.stringify({
        image_id: "ami-0aa00aa00aa00aa00",
        image_name: "al2023-ami-ecs-neuron-hvm-2023.0.20260820-kernel-6.1-x86_64",
    }),
    "/own/ami": "ami-0fedcba9876543210",
    "/own/broken": "no image",
};

type Answer = Record<string, unknown>;

/** Functions of the provider, by token. */
export type Calls = Readonly<Record<string, (inputs: Record<string, unknown>) => Answer | Promise<Answer>>>;

/** What else a test looks at, or makes otherwise. */
export interface Watch {
    /** Functions that answer otherwise. */
    readonly calls?: Calls;
    /** Whether resources are not there yet, as at a first preview. */
    readonly withoutIds?: boolean;
    /** Gets the warnings. */
    readonly warnings?: string[];
    /** Gets the names of the resources on which each one depends. */
    readonly dependencies?: Record<string, readonly string[]>;
    /** Gets the names of the resources with which each one is replaced. */
    readonly replaceWith?: Record<string, readonly string[]>;
    /** Gets the properties of each resource whose changes are ignored. */
    readonly ignoreChanges?: Record<string, readonly string[]>;
}

export const calls: Calls = {
    "aws:index/getRegion:getRegion": () => ({ region, id: region, name: region }),
    "aws:index/getPartition:getPartition": () => ({ partition: "aws", dnsSuffix: "amazonaws.com" }),
    "aws:ssm/getParameter:getParameter": ({ name }) => {
        const value = parameters[name as string];
        if (value === undefined) {
            throw new Error(
                `invoking aws:ssm/getParameter:getParameter: reading SSM Parameter (${String(name)}): ParameterNotFound`,
            );
        }
        return { value };
    },
    "aws:ec2/getVpc:getVpc": ({ id }) => ({ id: id ?? "vpc-0default", cidrBlock: "172.31.0.0/16" }),
    "aws:ec2/getSubnet:getSubnet": ({ id }) => subnetWith(id as string),
    "aws:ec2/getInstanceTypeOfferings:getInstanceTypeOfferings": () => ({ locations: ["us-east-1b", "us-east-1a"] }),
    "aws:ec2/getSubnets:getSubnets": ({ filters }) => ({ ids: subnetsWhere(filters as Filter[]) }),
    "aws:ecs/getCluster:getCluster": ({ clusterName }) => ({
        arn: `arn:aws:ecs:${region}:${account}:cluster/${String(clusterName)}`,
        status: "ACTIVE",
    }),
    "aws:kms/getKey:getKey": () => ({ arn: `arn:aws:kms:${region}:${account}:key/0a1b` }),
};

/** The default subnets, by zone; the last zone has no Inferentia. */
const subnets = { "subnet-0a": "us-east-1a", "subnet-0b": "us-east-1b", "subnet-0e": "us-east-1e" };

function subnetWith(id: string): Record<string, unknown> {
    const zone = (subnets as Readonly<Record<string, string>>)[id];
    if (zone === undefined) {
        throw new Error("invoking aws:ec2/getSubnet:getSubnet: no matching EC2 Subnet found");
    }
    return { id, availabilityZone: zone, vpcId: "vpc-01" };
}

interface Filter {
    readonly name: string;
    readonly values: string[];
}

function subnetsWhere(filters: readonly Filter[]): string[] {
    const passes = (id: string, zone: string) =>
        filters.every(({ name, values }) =>
            name === "availability-zone" ? values.includes(zone) : name !== "subnet-id" || values.includes(id),
        );
    return Object.entries(subnets)
        .filter(([id, zone]) => passes(id, zone))
        .map(([id]) => id);
}

/** What AWS adds to a resource's inputs; at preview there is no resource yet, and so no ARN. */
function stateOf({ type, name, inputs }: MockResourceArgs, preview: boolean): Record<string, unknown> {
    const given = inputs as Record<string, unknown>;
    if (preview) {
        return given;
    }
    const physical = typeof given["name"] === "string" ? given["name"] : name;
    return { name: physical, arn: arnOf(type, physical), latestVersion: 1, ...given };
}

function arnOf(type: string, name: string): string {
    const [service = "", kind = ""] = type.split(":")[1]?.split("/") ?? [];
    if (service === "iam") {
        return `arn:aws:iam::${account}:${type.includes("nstanceProfile") ? "instance-profile" : "role"}/${name}`;
    }
    return service === "lb"
        ? `arn:aws:elasticloadbalancing:${region}:${account}:${kind.toLowerCase()}/${name}`
        : `arn:aws:${service}:${region}:${account}:${name}`;
}

/**
 * Runs a program against Pulumi's mocks and answers every resource that it registered, sorted by name.
 * The error of a program that fails is thrown, also when it comes from an output; `seen` gets the resources even then.
 */
export async function register(
    program: () => unknown,
    seen: (registered: readonly Registered[]) => void = () => {},
    preview = false,
    watch: Watch = {},
): Promise<readonly Registered[]> {
    const registered: Registered[] = [];
    await pulumi.runtime.setMocks(
        {
            newResource: (args: MockResourceArgs) => {
                registered.push({ type: args.type, name: args.name, inputs: args.inputs as Record<string, unknown> });
                return { id: watch.withoutIds ? undefined : `${args.name}-id`, state: stateOf(args, preview) };
            },
            call: async ({ token, inputs }: MockCallArgs) => {
                const call = watch.calls?.[token] ?? calls[token];
                if (call === undefined) {
                    throw new Error(`the program called ${token}, which the mocks do not know`);
                }
                try {
                    return await call(inputs as Record<string, unknown>);
                } catch (error) {
                    // An error of the engine has its text there.
                    throw Object.assign(error as Error, { details: (error as Error).message });
                }
            },
        },
        "project",
        "stack",
        preview,
    );
    watchReferences(watch);
    const { warn } = pulumi.log;
    const log = pulumi.log as { warn: typeof warn };
    log.warn = (text) => {
        watch.warnings?.push(text);
        return Promise.resolve();
    };
    const { stackTraceLimit } = Error;
    // Pulumi keeps the stack of every promise, and to map all its frames takes half of the time.
    Error.stackTraceLimit = 2;
    try {
        await runToTheEnd(program);
    } finally {
        Error.stackTraceLimit = stackTraceLimit;
        log.warn = warn;
        seen(registered);
    }
    return registered.sort((one, other) => one.name.localeCompare(other.name) || one.type.localeCompare(other.type));
}

interface Monitor {
    registerResource(request: RegisterResourceRequest, callback: unknown): Promise<void>;
}

interface RegisterResourceRequest {
    getName(): string;
    getDependenciesList(): string[];
    getReplaceWithList(): string[];
    getIgnorechangesList(): string[];
}

/** The mocks themselves do not tell of other resources. */
function watchReferences({ dependencies = {}, replaceWith = {}, ignoreChanges = {} }: Watch): void {
    const monitor = pulumi.runtime.getMonitor() as unknown as Monitor;
    const registerResource = monitor.registerResource.bind(monitor);
    const names = (urns: readonly string[]) => urns.map((urn) => urn.slice(urn.lastIndexOf("::") + 2)).sort();
    monitor.registerResource = (request, callback) => {
        dependencies[request.getName()] = names(request.getDependenciesList());
        replaceWith[request.getName()] = names(request.getReplaceWithList());
        ignoreChanges[request.getName()] = request.getIgnorechangesList();
        return registerResource(request, callback);
    };
}

/** The resources without the components around them and the stack. */
export function children(registered: readonly Registered[]): readonly Registered[] {
    return registered.filter(({ type }) => !/^(?:pulumi|ecs-inferentia)/.test(type));
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
            .then(() => pulumi.runtime.disconnect())
            // Rejections are told only afterwards.
            .then(() => new Promise((resolve) => setImmediate(resolve)));
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
