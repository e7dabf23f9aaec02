import type { LocationType } from "@aws-sdk/client-ec2";
import { text } from "../property";
import type { ProviderFunction } from "../resource-type";
import { filterInput, toFilters } from "./filters";

/** As with Pulumi's provider, no match is no error. */
export const getInstanceTypeOfferings: ProviderFunction = {
    inputs: {
        filters: filterInput,
        locationType: text({ oneOf: ["region", "availability-zone", "availability-zone-id", "outpost"] }),
        region: text(),
    },
    async call(aws, inputs) {
        const { InstanceTypeOfferings: found = [] } = await (
            await aws.ec2()
        ).describeInstanceTypeOfferings({
            Filters: toFilters(inputs["filters"]),
            LocationType: inputs["locationType"] as LocationType | undefined,
        });
        return {
            ...inputs,
            id: aws.region,
            instanceTypes: found.map((one) => one.InstanceType),
            locationTypes: found.map((one) => one.LocationType),
            locations: found.map((one) => one.Location),
            region: aws.region,
        };
    },
};
