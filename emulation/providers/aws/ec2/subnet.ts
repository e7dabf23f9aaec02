import type { Aws } from "../aws";
import { region, tags } from "../common-inputs";
import { allUnserved, boolean, type Properties, text, type Values } from "../property";
import type { ResourceType } from "../resource-type";
import { fromKeyValues, tagSpecification, updateEc2Tags } from "../tags";
import { cidrFailures } from "./cidr";
import { refuseWhileUsed } from "./dependents";

const inputs: Properties = {
    assignIpv6AddressOnCreation: boolean({ default: false }),
    availabilityZone: text({ replaces: true, computed: true }),
    availabilityZoneId: text({ replaces: true, computed: true }),
    cidrBlock: text({ replaces: true }),
    mapPublicIpOnLaunch: boolean({ default: false }),
    region,
    tags,
    vpcId: text({ required: true, replaces: true }),
    ...allUnserved(
        "customerOwnedIpv4Pool",
        "enableDns64",
        "enableLniAtDeviceIndex",
        "enableResourceNameDnsARecordOnLaunch",
        "enableResourceNameDnsAaaaRecordOnLaunch",
        "ipv4IpamPoolId",
        "ipv4NetmaskLength",
        "ipv6CidrBlock",
        "ipv6IpamPoolId",
        "ipv6Native",
        "ipv6NetmaskLength",
        "mapCustomerOwnedIpOnLaunch",
        "outpostArn",
        "privateDnsHostnameTypeOnLaunch",
    ),
};

export const subnet: ResourceType = {
    inputs,
    outputs: ["arn", "ipv6CidrBlockAssociationId", "ownerId", "tagsAll"],
    check(values) {
        const zones = values["availabilityZone"] !== undefined && values["availabilityZoneId"] !== undefined;
        return [
            ...(values["cidrBlock"] === undefined
                ? [{ property: "cidrBlock", reason: "is required, as 10.0.0.0/24" }]
                : cidrFailures("cidrBlock", values["cidrBlock"])),
            ...(zones
                ? [
                      {
                          property: "availabilityZoneId",
                          reason: "is given together with availabilityZone; give one of them",
                      },
                  ]
                : []),
        ];
    },
    async create(aws, values) {
        const created = await (
            await aws.ec2()
        ).createSubnet({
            VpcId: String(values["vpcId"]),
            CidrBlock: String(values["cidrBlock"]),
            AvailabilityZone: values["availabilityZone"] as string | undefined,
            AvailabilityZoneId: values["availabilityZoneId"] as string | undefined,
            ...tagSpecification("subnet", values),
        });
        return created.Subnet?.SubnetId ?? "";
    },
    finish: (aws, id, values) =>
        setAttributes(aws, id, values, { assignIpv6AddressOnCreation: false, mapPublicIpOnLaunch: false }),
    async read(aws, id) {
        const { Subnets: [found] = [] } = await (await aws.ec2()).describeSubnets({ SubnetIds: [id] });
        return (
            found && {
                arn: found.SubnetArn ?? (await aws.arn("ec2", `subnet/${id}`)),
                assignIpv6AddressOnCreation: found.AssignIpv6AddressOnCreation,
                availabilityZone: found.AvailabilityZone,
                availabilityZoneId: found.AvailabilityZoneId,
                cidrBlock: found.CidrBlock,
                ipv6CidrBlockAssociationId: "",
                mapPublicIpOnLaunch: found.MapPublicIpOnLaunch,
                ownerId: found.OwnerId,
                tagsAll: fromKeyValues(found.Tags),
                vpcId: found.VpcId,
            }
        );
    },
    async update(aws, id, news, olds) {
        await setAttributes(aws, id, news, olds);
        await updateEc2Tags(aws, id, news, olds);
    },
    async delete(aws, id) {
        await refuseWhileUsed(aws, "subnet-id", id, `The subnet '${id}' has dependencies and cannot be deleted.`);
        await (await aws.ec2()).deleteSubnet({ SubnetId: id });
    },
};

/** EC2 takes one attribute at a time. */
async function setAttributes(aws: Aws, SubnetId: string, news: Values, olds: Values): Promise<void> {
    const ec2 = await aws.ec2();
    if (news["mapPublicIpOnLaunch"] !== olds["mapPublicIpOnLaunch"]) {
        await ec2.modifySubnetAttribute({
            SubnetId,
            MapPublicIpOnLaunch: { Value: news["mapPublicIpOnLaunch"] === true },
        });
    }
    if (news["assignIpv6AddressOnCreation"] !== olds["assignIpv6AddressOnCreation"]) {
        await ec2.modifySubnetAttribute({
            SubnetId,
            AssignIpv6AddressOnCreation: { Value: news["assignIpv6AddressOnCreation"] === true },
        });
    }
}
