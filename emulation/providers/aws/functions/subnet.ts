import { unlessGone } from "../aws-error";
import { boolean, map, text } from "../property";
import type { ProviderFunction } from "../resource-type";
import { fromKeyValues } from "../tags";
import { filterInput, toFilters } from "./filters";
import { exactlyOne } from "./not-found";

/** The inputs that are filters of EC2's. */
const filterNames = {
    availabilityZone: "availabilityZone",
    availabilityZoneId: "availabilityZoneId",
    cidrBlock: "cidrBlock",
    ipv6CidrBlock: "ipv6-cidr-block-association.ipv6-cidr-block",
    state: "state",
    vpcId: "vpc-id",
};

export const getSubnet: ProviderFunction = {
    inputs: {
        ...Object.fromEntries(Object.keys(filterNames).map((name) => [name, text()])),
        defaultForAz: boolean(),
        filters: filterInput,
        id: text(),
        region: text(),
        tags: map(text()),
    },
    async call(aws, inputs) {
        const given = Object.entries(filterNames).flatMap(([input, Name]) =>
            inputs[input] === undefined ? [] : [{ Name, Values: [inputs[input] as string] }],
        );
        const isDefault = inputs["defaultForAz"] === true ? [{ Name: "defaultForAz", Values: ["true"] }] : [];
        const ec2 = await aws.ec2();
        const answer = await unlessGone(
            ec2.describeSubnets({
                SubnetIds: inputs["id"] === undefined ? undefined : [inputs["id"] as string],
                Filters: [...given, ...isDefault, ...toFilters(inputs["filters"], inputs["tags"])],
            }),
        );
        const subnet = exactlyOne("EC2 Subnet", answer?.Subnets ?? []);
        return {
            arn: subnet.SubnetArn,
            assignIpv6AddressOnCreation: subnet.AssignIpv6AddressOnCreation ?? false,
            availabilityZone: subnet.AvailabilityZone,
            availabilityZoneId: subnet.AvailabilityZoneId,
            availableIpAddressCount: subnet.AvailableIpAddressCount,
            cidrBlock: subnet.CidrBlock,
            customerOwnedIpv4Pool: subnet.CustomerOwnedIpv4Pool ?? "",
            defaultForAz: subnet.DefaultForAz ?? false,
            enableDns64: subnet.EnableDns64 ?? false,
            enableLniAtDeviceIndex: subnet.EnableLniAtDeviceIndex ?? 0,
            enableResourceNameDnsARecordOnLaunch: false,
            enableResourceNameDnsAaaaRecordOnLaunch: false,
            filters: inputs["filters"],
            id: subnet.SubnetId,
            ipv6CidrBlock: "",
            ipv6CidrBlockAssociationId: "",
            ipv6Native: subnet.Ipv6Native ?? false,
            mapCustomerOwnedIpOnLaunch: false,
            mapPublicIpOnLaunch: subnet.MapPublicIpOnLaunch ?? false,
            outpostArn: "",
            ownerId: subnet.OwnerId,
            privateDnsHostnameTypeOnLaunch: "ip-name",
            region: aws.region,
            state: subnet.State,
            tags: fromKeyValues(subnet.Tags),
            vpcId: subnet.VpcId,
        };
    },
};
