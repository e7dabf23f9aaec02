import { unlessGone } from "../aws-error";
import { vpcDefaults } from "../ec2/vpc-attributes";
import { boolean, map, text } from "../property";
import type { ProviderFunctions } from "../resource-type";
import { fromKeyValues } from "../tags";
import { filterInput, toFilters } from "./filters";
import { exactlyOne } from "./not-found";

/** Functions about networks that exist already. */
export const networkFunctions: ProviderFunctions = {
    "aws:ec2/getVpc:getVpc": {
        inputs: {
            cidrBlock: text(),
            default: boolean(),
            dhcpOptionsId: text(),
            filters: filterInput,
            id: text(),
            region: text(),
            state: text(),
            tags: map(text()),
        },
        async call(aws, inputs) {
            const asked = {
                cidr: inputs["cidrBlock"],
                "dhcp-options-id": inputs["dhcpOptionsId"],
                state: inputs["state"],
            };
            const filters = Object.entries({
                ...asked,
                ...(inputs["default"] === true ? { "is-default": "true" } : {}),
            });
            const ec2 = await aws.ec2();
            const described = await unlessGone(
                ec2.describeVpcs({
                    VpcIds: inputs["id"] === undefined ? undefined : [inputs["id"] as string],
                    Filters: [
                        ...filters
                            .filter(([, value]) => value !== undefined)
                            .map(([Name, value]) => ({ Name, Values: [String(value)] })),
                        ...toFilters(inputs["filters"], inputs["tags"]),
                    ],
                }),
            );
            const found = described?.Vpcs ?? [];
            const vpc = exactlyOne("EC2 VPC", found);
            const { enableDnsHostnames, enableDnsSupport, enableNetworkAddressUsageMetrics, mainRouteTableId } =
                await vpcDefaults(aws, vpc.VpcId ?? "");
            return {
                arn: await aws.arn("ec2", `vpc/${vpc.VpcId ?? ""}`),
                cidrBlock: vpc.CidrBlock,
                cidrBlockAssociations: (vpc.CidrBlockAssociationSet ?? []).map((one) => ({
                    associationId: one.AssociationId,
                    cidrBlock: one.CidrBlock,
                    state: one.CidrBlockState?.State,
                })),
                default: vpc.IsDefault ?? false,
                dhcpOptionsId: vpc.DhcpOptionsId,
                enableDnsHostnames,
                enableDnsSupport,
                enableNetworkAddressUsageMetrics,
                filters: inputs["filters"],
                id: vpc.VpcId,
                instanceTenancy: vpc.InstanceTenancy,
                ipv6AssociationId: "",
                ipv6CidrBlock: "",
                ipv6CidrBlockAssociations: [],
                mainRouteTableId,
                ownerId: vpc.OwnerId,
                region: aws.region,
                state: vpc.State,
                tags: fromKeyValues(vpc.Tags),
            };
        },
    },
    "aws:ec2/getSubnets:getSubnets": {
        inputs: { filters: filterInput, region: text(), tags: map(text()) },
        async call(aws, inputs) {
            const { Subnets: found = [] } = await (
                await aws.ec2()
            ).describeSubnets({ Filters: toFilters(inputs["filters"], inputs["tags"]) });
            return {
                filters: inputs["filters"],
                id: aws.region,
                ids: found.map((one) => one.SubnetId),
                region: aws.region,
                tags: inputs["tags"] ?? {},
            };
        },
    },
};
