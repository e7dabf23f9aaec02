import type { LoadBalancer } from "@aws-sdk/client-elastic-load-balancing-v2";
import type { Aws } from "../aws";
import { AwsError, unlessGone } from "../aws-error";
import { region, tags } from "../common-inputs";
import { allUnserved, boolean, list, number, object, type Properties, text, type Values } from "../property";
import type { ResourceType } from "../resource-type";
import { tagsOf, toKeyValues } from "../tags";
import { type AttributeNames, fromAttributes, toAttributes } from "./attributes";
import { tagsOfBalancing, updateBalancingTags } from "./tagging";

const attributes: AttributeNames = {
    enableCrossZoneLoadBalancing: "load_balancing.cross_zone.enabled",
    enableDeletionProtection: "deletion_protection.enabled",
};
const applicationAttributes: AttributeNames = {
    desyncMitigationMode: "routing.http.desync_mitigation_mode",
    dropInvalidHeaderFields: "routing.http.drop_invalid_header_fields.enabled",
    enableHttp2: "routing.http2.enabled",
    idleTimeout: "idle_timeout.timeout_seconds",
};

const logAttributes: AttributeNames = {
    bucket: "access_logs.s3.bucket",
    enabled: "access_logs.s3.enabled",
    prefix: "access_logs.s3.prefix",
};

const inputs: Properties = {
    accessLogs: object({
        bucket: text({ required: true }),
        enabled: boolean({ default: false }),
        prefix: text(),
    }),
    desyncMitigationMode: text({ default: "defensive", oneOf: ["monitor", "defensive", "strictest"] }),
    dropInvalidHeaderFields: boolean({ default: false }),
    enableCrossZoneLoadBalancing: boolean({ default: false }),
    enableDeletionProtection: boolean({ default: false }),
    enableHttp2: boolean({ default: true }),
    idleTimeout: number({ default: 60 }),
    internal: boolean({ replaces: true, computed: true }),
    ipAddressType: text({ computed: true, oneOf: ["ipv4", "dualstack", "dualstack-without-public-ipv4"] }),
    loadBalancerType: text({ default: "application", replaces: true, oneOf: ["application", "network", "gateway"] }),
    name: text({ replaces: true }),
    namePrefix: text({ replaces: true }),
    region,
    securityGroups: list(text(), { computed: true, unordered: true }),
    subnets: list(text(), { computed: true, unordered: true }),
    tags,
    ...allUnserved(
        "clientKeepAlive",
        "connectionLogs",
        "customerOwnedIpv4Pool",
        "dnsRecordClientRoutingPolicy",
        "enablePrefixForIpv6SourceNat",
        "enableTlsVersionAndCipherSuiteHeaders",
        "enableWafFailOpen",
        "enableXffClientPort",
        "enableZonalShift",
        "enforceSecurityGroupInboundRulesOnPrivateLinkTraffic",
        "healthCheckLogs",
        "ipamPools",
        "minimumLoadBalancerCapacity",
        "preserveHostHeader",
        "secondaryIpsAutoAssignedPerSubnet",
        "subnetMappings",
        "xffHeaderProcessingMode",
    ),
};

export const loadBalancer: ResourceType = {
    inputs,
    outputs: ["arn", "arnSuffix", "dnsName", "tagsAll", "vpcId", "zoneId"],
    autoName: { maxLength: 32 },
    async create(aws, values) {
        await refuseOneZone(aws, values);
        const created = await (
            await aws.loadBalancing()
        ).createLoadBalancer({
            Name: String(values["name"]),
            Scheme: values["internal"] === true ? "internal" : "internet-facing",
            SecurityGroups: values["securityGroups"] as string[] | undefined,
            Subnets: values["subnets"] as string[] | undefined,
            Tags: toKeyValues(tagsOf(values)),
            Type: values["loadBalancerType"] as "application",
        });
        return created.LoadBalancers?.[0]?.LoadBalancerArn ?? "";
    },
    finish: setAttributes,
    async read(aws, id) {
        const found = await describe(aws, id);
        const balancing = await aws.loadBalancing();
        const answer = found && (await balancing.describeLoadBalancerAttributes({ LoadBalancerArn: id }));
        return (
            found && {
                ...fromAttributes({ ...attributes, ...applicationAttributes }, answer?.Attributes),
                accessLogs: describedLogs(fromAttributes(logAttributes, answer?.Attributes)),
                arn: id,
                arnSuffix: id.split(":loadbalancer/")[1],
                dnsName: found.DNSName,
                internal: found.Scheme === "internal",
                ipAddressType: found.IpAddressType ?? "ipv4",
                loadBalancerType: found.Type,
                name: found.LoadBalancerName,
                securityGroups: found.SecurityGroups ?? [],
                subnets: found.AvailabilityZones?.map((one) => one.SubnetId),
                tagsAll: await tagsOfBalancing(aws, id),
                vpcId: found.VpcId,
                zoneId: found.CanonicalHostedZoneId,
            }
        );
    },
    async update(aws, id, news, olds) {
        const balancing = await aws.loadBalancing();
        if (Array.isArray(news["securityGroups"])) {
            const SecurityGroups = news["securityGroups"] as string[];
            await balancing.setSecurityGroups({ LoadBalancerArn: id, SecurityGroups });
        }
        if (Array.isArray(news["subnets"])) {
            await balancing.setSubnets({ LoadBalancerArn: id, Subnets: news["subnets"] as string[] });
        }
        await setAttributes(aws, id, news);
        await updateBalancingTags(aws, id, news, olds);
    },
    async delete(aws, id) {
        if ((await describe(aws, id)) !== undefined) {
            await (await aws.loadBalancing()).deleteLoadBalancer({ LoadBalancerArn: id });
        }
    },
};

async function setAttributes(aws: Aws, LoadBalancerArn: string, values: Values): Promise<void> {
    const names =
        values["loadBalancerType"] === "application" ? { ...attributes, ...applicationAttributes } : attributes;
    // Without the block, Pulumi's provider turns the logs off.
    const logs = (values["accessLogs"] as Values | undefined) ?? { enabled: false };
    const Attributes = [...toAttributes(names, values), ...toAttributes(logAttributes, { enabled: false, ...logs })];
    await (await aws.loadBalancing()).modifyLoadBalancerAttributes({ LoadBalancerArn, Attributes });
}

/** A missing block and one that is off are the same (`SuppressMissingOptionalConfigurationBlock`). */
function describedLogs(logs: Values): Values | undefined {
    return logs["enabled"] === true ? logs : undefined;
}

async function describe(aws: Aws, arn: string): Promise<LoadBalancer | undefined> {
    const balancing = await aws.loadBalancing();
    return (await unlessGone(balancing.describeLoadBalancers({ LoadBalancerArns: [arn] })))?.LoadBalancers?.[0];
}

async function refuseOneZone(aws: Aws, values: Values): Promise<void> {
    const SubnetIds = values["subnets"] as string[] | undefined;
    if (SubnetIds === undefined || values["loadBalancerType"] !== "application") {
        return;
    }
    const { Subnets: subnets = [] } = await (await aws.ec2()).describeSubnets({ SubnetIds });
    if (new Set(subnets.map((one) => one.AvailabilityZone)).size < 2) {
        throw new AwsError(
            "ValidationError",
            "At least two subnets in two different Availability Zones must be specified",
        );
    }
}
