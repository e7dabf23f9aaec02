import { type Input, type Inputs, Output } from "@pulumi/pulumi";
import { type SubnetSpec, type SubnetStrategy, type SubnetType } from "./subnet-layout";

type NatStrategy = "None" | "OnePerAz" | "Single";

/** The inputs of `awsx:ec2:Vpc` that are served, with awsx's defaults. */
export interface VpcArgs {
    readonly cidrBlock: string;
    /** The zones by name, or how many of the region's. */
    readonly zones: readonly string[] | number;
    readonly natStrategy: NatStrategy;
    readonly subnetSpecs: readonly SubnetSpec[] | undefined;
    readonly subnetStrategy: SubnetStrategy;
    readonly enableDnsHostnames: Input<boolean> | undefined;
    readonly enableDnsSupport: Input<boolean> | undefined;
    readonly tags: Input<Record<string, Input<string>>> | undefined;
}

export interface ArgsFailure {
    readonly propertyPath: string;
    readonly reason: string;
}

const natStrategies: readonly NatStrategy[] = ["None", "OnePerAz", "Single"];
const subnetStrategies: readonly SubnetStrategy[] = ["Auto", "Exact", "Legacy"];
const subnetTypes: readonly SubnetType[] = ["Isolated", "Private", "Public", "Unused"];
const specKeys = ["cidrBlocks", "cidrMask", "name", "size", "tags", "type"];
const plain = [
    "availabilityZoneNames",
    "cidrBlock",
    "natGateways",
    "numberOfAvailabilityZones",
    "subnetSpecs",
    "subnetStrategy",
];
const served = [...plain, "enableDnsHostnames", "enableDnsSupport", "tags"];

/** Reads the inputs of a VPC; with failures, the arguments are of no use. */
export function parseVpcArgs(inputs: Inputs): { args: VpcArgs; failures: ArgsFailure[] } {
    const failures: ArgsFailure[] = [];
    const fail = (propertyPath: string, reason: string): void => void failures.push({ propertyPath, reason });
    for (const [name, value] of Object.entries(inputs)) {
        if (value !== undefined && !served.includes(name)) {
            fail(name, `is not served by this stand-in of awsx; served are ${served.join(", ")}`);
        } else if (plain.includes(name) && Output.isInstance(value)) {
            fail(name, "must be known when the VPC is declared: it is the output of another resource, or a secret");
        }
    }
    if (failures.length > 0) {
        return { args: {} as VpcArgs, failures };
    }
    const zoneNames = inputs["availabilityZoneNames"] as string[] | undefined;
    const zoneCount = inputs["numberOfAvailabilityZones"] as number | undefined;
    if (zoneNames !== undefined && zoneCount !== undefined) {
        fail("numberOfAvailabilityZones", "is given together with availabilityZoneNames; give one of them");
    }
    if (zoneNames?.length === 0 || (zoneCount !== undefined && !(Number.isInteger(zoneCount) && zoneCount > 0))) {
        fail(
            zoneCount === undefined ? "availabilityZoneNames" : "numberOfAvailabilityZones",
            "must come to at least one zone",
        );
    }
    const zones = zoneNames ?? zoneCount ?? 3;
    const subnetStrategy = oneOf("subnetStrategy", inputs["subnetStrategy"] ?? "Legacy", subnetStrategies, fail);
    const subnetSpecs = (inputs["subnetSpecs"] as Inputs[] | undefined)?.map((spec, index) =>
        parseSpec(spec, `subnetSpecs[${index}]`, zones, fail),
    );
    if (subnetSpecs !== undefined && new Set(subnetSpecs.map((spec) => spec.cidrBlocks === undefined)).size > 1) {
        fail("subnetSpecs", "has cidrBlocks on some subnets and not on others; give them on all or on none");
    }
    const natStrategy = parseNatStrategy(inputs["natGateways"] as Inputs | undefined, subnetSpecs, fail);
    const { enableDnsHostnames, enableDnsSupport, tags } = inputs as Pick<
        VpcArgs,
        "enableDnsHostnames" | "enableDnsSupport" | "tags"
    >;
    const cidrBlock = (inputs["cidrBlock"] ?? "10.0.0.0/16") as string;
    return {
        args: {
            cidrBlock,
            zones,
            natStrategy,
            subnetSpecs,
            subnetStrategy,
            enableDnsHostnames,
            enableDnsSupport,
            tags,
        },
        failures,
    };
}

type Fail = (propertyPath: string, reason: string) => void;

function oneOf<Value extends string>(path: string, value: unknown, known: readonly Value[], fail: Fail): Value {
    const found = known.find((one) => one === value);
    if (found === undefined) {
        fail(path, `${JSON.stringify(value)} is not served; it must be one of ${known.join(", ")}`);
    }
    return found ?? (known[0] as Value);
}

function parseSpec(spec: Inputs, path: string, zones: readonly string[] | number, fail: Fail): SubnetSpec {
    for (const key of Object.keys(spec)) {
        if (spec[key] !== undefined && !specKeys.includes(key)) {
            fail(`${path}.${key}`, `is not served by this stand-in of awsx; served are ${specKeys.join(", ")}`);
        }
    }
    const { name, cidrMask, cidrBlocks, size, tags } = spec as {
        name?: string;
        cidrMask?: number;
        cidrBlocks?: string[];
        size?: number;
        tags?: unknown;
    };
    const sizeMask = size === undefined ? undefined : 32 - Math.log2(size);
    if (sizeMask !== undefined && !Number.isInteger(sizeMask)) {
        fail(`${path}.size`, `is ${size}; a subnet's size is a power of two`);
    }
    if (sizeMask !== undefined && cidrMask !== undefined && sizeMask !== cidrMask) {
        fail(`${path}.size`, `is ${size}, and cidrMask is ${cidrMask}: they contradict each other; give one of them`);
    }
    const count = typeof zones === "number" ? zones : zones.length;
    if (cidrBlocks !== undefined && cidrBlocks.length !== count) {
        fail(`${path}.cidrBlocks`, `has ${cidrBlocks.length} ranges; one for each of the ${count} zones is required`);
    }
    return {
        type: oneOf(`${path}.type`, spec["type"], subnetTypes, fail),
        name,
        cidrMask: cidrMask ?? sizeMask,
        cidrBlocks,
        tags,
    };
}

function parseNatStrategy(
    natGateways: Inputs | undefined,
    specs: readonly SubnetSpec[] | undefined,
    fail: Fail,
): NatStrategy {
    const has = (type: SubnetType): boolean => specs === undefined || specs.some((spec) => spec.type === type);
    if (natGateways === undefined) {
        return has("Public") && has("Private") ? "OnePerAz" : "None";
    }
    for (const key of Object.keys(natGateways)) {
        if (natGateways[key] !== undefined && key !== "strategy") {
            fail(`natGateways.${key}`, "is not served by this stand-in of awsx; served is strategy");
        }
    }
    const strategy = oneOf("natGateways.strategy", natGateways["strategy"], natStrategies, fail);
    if (strategy !== "None" && !has("Public")) {
        fail(
            "natGateways.strategy",
            `is ${strategy}, which requires a public subnet for the gateway: add one, or use None`,
        );
    }
    return strategy;
}
