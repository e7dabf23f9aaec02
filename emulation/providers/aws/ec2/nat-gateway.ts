import { setTimeout as sleep } from "node:timers/promises";
import type { NatGateway } from "@aws-sdk/client-ec2";
import type { Aws } from "../aws";
import { region, tags } from "../common-inputs";
import { allUnserved, type Properties, text } from "../property";
import type { ResourceType } from "../resource-type";
import { fromKeyValues, tagSpecification, updateEc2Tags } from "../tags";

const inputs: Properties = {
    allocationId: text({ replaces: true }),
    connectivityType: text({ replaces: true, default: "public", oneOf: ["private", "public"] }),
    privateIp: text({ replaces: true, computed: true }),
    region,
    subnetId: text({ replaces: true }),
    tags,
    ...allUnserved(
        "availabilityMode",
        "availabilityZoneAddresses",
        "secondaryAllocationIds",
        "secondaryPrivateIpAddressCount",
        "secondaryPrivateIpAddresses",
        "vpcId",
    ),
};

export const natGateway: ResourceType = {
    inputs,
    outputs: [
        "associationId",
        "autoProvisionZones",
        "autoScalingIps",
        "networkInterfaceId",
        "publicIp",
        "regionalNatGatewayAddresses",
        "regionalNatGatewayAutoMode",
        "routeTableId",
        "tagsAll",
    ],
    check: ({ allocationId, connectivityType, subnetId }) => [
        ...(subnetId === undefined ? [{ property: "subnetId", reason: "is required" }] : []),
        ...(connectivityType === "public" && allocationId === undefined
            ? [
                  {
                      property: "allocationId",
                      reason: "is required for a public NAT gateway: the id of an Elastic IP address",
                  },
              ]
            : []),
        ...(connectivityType === "private" && allocationId !== undefined
            ? [{ property: "allocationId", reason: "is given, but a private NAT gateway takes none: leave it out" }]
            : []),
    ],
    async create(aws, values) {
        const created = await (
            await aws.ec2()
        ).createNatGateway({
            AllocationId: values["allocationId"] as string | undefined,
            ConnectivityType: values["connectivityType"] as "public" | "private",
            PrivateIpAddress: values["privateIp"] as string | undefined,
            SubnetId: String(values["subnetId"]),
            ...tagSpecification("natgateway", values),
        });
        return created.NatGateway?.NatGatewayId ?? "";
    },
    finish: (aws, id) => waitUntil(aws, id, (found) => found?.State !== "pending"),
    async read(aws, id) {
        const found = await describe(aws, id);
        const address = found?.NatGatewayAddresses?.[0];
        return (
            found && {
                allocationId: address?.AllocationId,
                associationId: address?.AssociationId ?? "",
                autoProvisionZones: "",
                autoScalingIps: "",
                connectivityType: found.ConnectivityType,
                networkInterfaceId: address?.NetworkInterfaceId,
                privateIp: address?.PrivateIp,
                publicIp: address?.PublicIp ?? "",
                regionalNatGatewayAddresses: [],
                regionalNatGatewayAutoMode: "",
                routeTableId: "",
                subnetId: found.SubnetId,
                tagsAll: fromKeyValues(found.Tags),
            }
        );
    },
    async update(aws, id, news, olds) {
        await updateEc2Tags(aws, id, news, olds);
    },
    async delete(aws, id) {
        await (await aws.ec2()).deleteNatGateway({ NatGatewayId: id });
        // Its address and its subnet can only go after it.
        await waitUntil(aws, id, (found) => found === undefined);
    },
};

async function describe(aws: Aws, id: string): Promise<NatGateway | undefined> {
    const { NatGateways: [found] = [] } = await (await aws.ec2()).describeNatGateways({ NatGatewayIds: [id] });
    return found?.State === "deleted" ? undefined : found;
}

async function waitUntil(aws: Aws, id: string, done: (found: NatGateway | undefined) => boolean): Promise<void> {
    while (!done(await describe(aws, id))) {
        await sleep(200);
    }
}
