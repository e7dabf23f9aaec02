import { region, tags } from "../common-inputs";
import { allUnserved, boolean, type Properties, text } from "../property";
import type { ResourceType } from "../resource-type";
import { fromKeyValues, tagSpecification, updateEc2Tags } from "../tags";
import { cidrFailures } from "./cidr";
import { setVpcAttributes, vpcDefaults } from "./vpc-attributes";

const inputs: Properties = {
    cidrBlock: text({ replaces: true }),
    enableDnsHostnames: boolean({ computed: true }),
    enableDnsSupport: boolean({ default: true }),
    enableNetworkAddressUsageMetrics: boolean({ computed: true }),
    instanceTenancy: text({ default: "default", oneOf: ["default", "dedicated"] }),
    region,
    tags,
    ...allUnserved(
        "assignGeneratedIpv6CidrBlock",
        "ipv4IpamPoolId",
        "ipv4NetmaskLength",
        "ipv6CidrBlock",
        "ipv6CidrBlockNetworkBorderGroup",
        "ipv6IpamPoolId",
        "ipv6NetmaskLength",
    ),
};

export const vpc: ResourceType = {
    inputs,
    outputs: [
        "arn",
        "defaultNetworkAclId",
        "defaultRouteTableId",
        "defaultSecurityGroupId",
        "dhcpOptionsId",
        "ipv6AssociationId",
        "mainRouteTableId",
        "ownerId",
        "tagsAll",
    ],
    check: (values) =>
        values["cidrBlock"] === undefined
            ? [{ property: "cidrBlock", reason: "is required, as 10.0.0.0/16" }]
            : cidrFailures("cidrBlock", values["cidrBlock"]),
    replacedBy: (changed, _olds, news) =>
        changed.filter((name) => name === "instanceTenancy" && news[name] === "dedicated"),
    async create(aws, values) {
        const created = await (
            await aws.ec2()
        ).createVpc({
            CidrBlock: String(values["cidrBlock"]),
            InstanceTenancy: values["instanceTenancy"] as "default" | "dedicated",
            ...tagSpecification("vpc", values),
        });
        return created.Vpc?.VpcId ?? "";
    },
    finish: (aws, id, values) => setVpcAttributes(aws, id, values, {}),
    async read(aws, id) {
        const { Vpcs: [found] = [] } = await (await aws.ec2()).describeVpcs({ VpcIds: [id] });
        return (
            found && {
                arn: await aws.arn("ec2", `vpc/${id}`),
                cidrBlock: found.CidrBlock,
                dhcpOptionsId: found.DhcpOptionsId,
                instanceTenancy: found.InstanceTenancy,
                ipv6AssociationId: "",
                ownerId: found.OwnerId,
                tagsAll: fromKeyValues(found.Tags),
                ...(await vpcDefaults(aws, id)),
            }
        );
    },
    async update(aws, id, news, olds) {
        await setVpcAttributes(aws, id, news, olds);
        await updateEc2Tags(aws, id, news, olds);
    },
    async delete(aws, id) {
        await (await aws.ec2()).deleteVpc({ VpcId: id });
    },
};
