import type { Aws } from "../aws";
import type { Values } from "../property";

/** EC2 takes one attribute at a time. */
export async function setVpcAttributes(aws: Aws, VpcId: string, news: Values, olds: Values): Promise<void> {
    const ec2 = await aws.ec2();
    const changed = (name: string): boolean => news[name] !== undefined && news[name] !== olds[name];
    if (changed("enableDnsSupport")) {
        await ec2.modifyVpcAttribute({ VpcId, EnableDnsSupport: { Value: news["enableDnsSupport"] === true } });
    }
    if (changed("enableDnsHostnames")) {
        await ec2.modifyVpcAttribute({ VpcId, EnableDnsHostnames: { Value: news["enableDnsHostnames"] === true } });
    }
    if (changed("enableNetworkAddressUsageMetrics")) {
        await ec2.modifyVpcAttribute({
            VpcId,
            EnableNetworkAddressUsageMetrics: { Value: news["enableNetworkAddressUsageMetrics"] === true },
        });
    }
}

/** What stands in calls of their own about a VPC: its attributes, and what EC2 creates with it. */
export async function vpcDefaults(aws: Aws, VpcId: string): Promise<Values> {
    const ec2 = await aws.ec2();
    const ofVpc = { Name: "vpc-id", Values: [VpcId] };
    const [support, hostnames, metrics, tables, lists, groups] = await Promise.all([
        ec2.describeVpcAttribute({ VpcId, Attribute: "enableDnsSupport" }),
        ec2.describeVpcAttribute({ VpcId, Attribute: "enableDnsHostnames" }),
        ec2.describeVpcAttribute({ VpcId, Attribute: "enableNetworkAddressUsageMetrics" }),
        ec2.describeRouteTables({ Filters: [ofVpc, { Name: "association.main", Values: ["true"] }] }),
        ec2.describeNetworkAcls({ Filters: [ofVpc, { Name: "default", Values: ["true"] }] }),
        ec2.describeSecurityGroups({ Filters: [ofVpc, { Name: "group-name", Values: ["default"] }] }),
    ]);
    const mainRouteTableId = tables.RouteTables?.[0]?.RouteTableId;
    return {
        defaultNetworkAclId: lists.NetworkAcls?.[0]?.NetworkAclId,
        defaultRouteTableId: mainRouteTableId,
        defaultSecurityGroupId: groups.SecurityGroups?.[0]?.GroupId,
        enableDnsHostnames: hostnames.EnableDnsHostnames?.Value ?? false,
        enableDnsSupport: support.EnableDnsSupport?.Value ?? false,
        enableNetworkAddressUsageMetrics: metrics.EnableNetworkAddressUsageMetrics?.Value ?? false,
        mainRouteTableId,
    };
}
