import { partitionOf } from "../aws";
import { AwsError } from "../aws-error";
import { boolean, list, text } from "../property";
import type { ProviderFunctions } from "../resource-type";
import { filterInput, toFilters } from "./filters";

const dnsSuffixes: Readonly<Record<string, string>> = {
    aws: "amazonaws.com",
    "aws-cn": "amazonaws.com.cn",
    "aws-us-gov": "amazonaws.com",
};

function dnsSuffixOf(region: string): string {
    return dnsSuffixes[partitionOf(region)] ?? "amazonaws.com";
}

/** Functions about the account, its partition, regions and zones. */
export const accountFunctions: ProviderFunctions = {
    "aws:index/getRegion:getRegion": {
        inputs: { endpoint: text(), id: text(), name: text(), region: text() },
        async call(aws, { endpoint, name, region }) {
            const { Regions: regions = [] } = await (await aws.ec2()).describeRegions({ AllRegions: true });
            const wanted = (endpoint ?? region ?? name ?? aws.region) as string;
            const found = regions.find((one) => (endpoint === undefined ? one.RegionName : one.Endpoint) === wanted);
            if (found?.RegionName === undefined) {
                throw new AwsError("InvalidParameterValue", `no region "${wanted}"`);
            }
            return {
                description: found.RegionName,
                endpoint: found.Endpoint ?? `ec2.${found.RegionName}.${dnsSuffixOf(found.RegionName)}`,
                id: found.RegionName,
                name: found.RegionName,
                region: found.RegionName,
            };
        },
    },
    "aws:index/getPartition:getPartition": {
        inputs: { id: text() },
        call: (aws) => {
            const partition = partitionOf(aws.region);
            const dnsSuffix = dnsSuffixOf(aws.region);
            return Promise.resolve({
                dnsSuffix,
                id: partition,
                partition,
                reverseDnsPrefix: dnsSuffix.split(".").reverse().join("."),
            });
        },
    },
    "aws:index/getCallerIdentity:getCallerIdentity": {
        inputs: { id: text() },
        async call(aws) {
            const { Account: account, Arn: arn, UserId: userId } = await (await aws.sts()).getCallerIdentity({});
            return { accountId: account, arn, id: account, userId };
        },
    },
    "aws:index/getAvailabilityZones:getAvailabilityZones": {
        inputs: {
            allAvailabilityZones: boolean(),
            excludeNames: list(text()),
            excludeZoneIds: list(text()),
            filters: filterInput,
            region: text(),
            state: text({ oneOf: ["available", "information", "impaired", "unavailable", "constrained"] }),
        },
        async call(aws, inputs) {
            const { AvailabilityZones: zones = [] } = await (
                await aws.ec2()
            ).describeAvailabilityZones({
                AllAvailabilityZones: inputs["allAvailabilityZones"] as boolean | undefined,
                Filters: toFilters(inputs["filters"]),
            });
            const excluded = (name: string): string[] => (inputs[name] ?? []) as string[];
            const found = zones
                .filter((zone) => inputs["state"] === undefined || zone.State === inputs["state"])
                .filter(
                    (zone) =>
                        !excluded("excludeNames").includes(zone.ZoneName ?? "") &&
                        !excluded("excludeZoneIds").includes(zone.ZoneId ?? ""),
                )
                .sort((left, right) => (left.ZoneName ?? "").localeCompare(right.ZoneName ?? ""));
            return {
                ...inputs,
                groupNames: [...new Set(found.map((zone) => zone.GroupName ?? aws.region))],
                id: aws.region,
                names: found.map((zone) => zone.ZoneName),
                region: aws.region,
                zoneIds: found.map((zone) => zone.ZoneId),
            };
        },
    },
};
