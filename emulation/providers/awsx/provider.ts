import { getAvailabilityZones } from "@pulumi/aws/getAvailabilityZones";
import {
    type ComponentResourceOptions,
    InputPropertiesError,
    type Inputs,
    type InvokeOptions,
    type ProviderResource,
} from "@pulumi/pulumi";
import type { ConstructResult, Provider } from "@pulumi/pulumi/provider";
import { planSubnets } from "./subnet-layout";
import { Vpc } from "./vpc";
import { parseVpcArgs } from "./vpc-args";

const vpcType = "awsx:ec2:Vpc";

/** The stand-in: Pulumi's awsx provider, for the one component that this project uses. */
export class AwsxProvider implements Provider {
    constructor(readonly version: string) {}

    async construct(
        name: string,
        type: string,
        inputs: Inputs,
        options: ComponentResourceOptions,
    ): Promise<ConstructResult> {
        if (type !== vpcType) {
            throw new Error(`unknown resource type "${type}": this stand-in of the awsx provider serves ${vpcType}`);
        }
        const { args, failures } = parseVpcArgs(inputs);
        if (failures.length > 0) {
            throw new InputPropertiesError({ message: `${vpcType} "${name}" has invalid inputs`, errors: failures });
        }
        const zones = typeof args.zones === "number" ? await firstZones(args.zones, options) : args.zones;
        const vpc = new Vpc(
            name,
            args,
            planSubnets(name, args.cidrBlock, zones, args.subnetSpecs, args.subnetStrategy),
            options,
        );
        return { urn: vpc.urn, state: vpc.state };
    }
}

async function firstZones(count: number, options: ComponentResourceOptions): Promise<string[]> {
    const { names } = await getAvailabilityZones({}, awsProvider(options));
    if (names.length < count) {
        throw new Error(
            `the region has ${names.length} availability zones, and ${count} are asked for: lower ` +
                "numberOfAvailabilityZones",
        );
    }
    return names.slice(0, count);
}

/** The provider that the program gave for aws, if it did. */
function awsProvider({ providers }: ComponentResourceOptions): InvokeOptions {
    const aws = (providers as Record<string, ProviderResource> | undefined)?.["aws"];
    return aws === undefined ? {} : { provider: aws };
}
