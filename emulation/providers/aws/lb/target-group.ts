import type { TargetGroup } from "@aws-sdk/client-elastic-load-balancing-v2";
import { fromApi, pascalCase, toApi } from "../api-shape";
import type { Aws } from "../aws";
import { unlessGone } from "../aws-error";
import type { Failure } from "../failure";
import { region, tags } from "../common-inputs";
import { allUnserved, boolean, defaultsOf, number, object, type Properties, text, type Values } from "../property";
import type { ResourceType } from "../resource-type";
import { tagsOf, toKeyValues } from "../tags";
import { type AttributeNames, fromAttributes, toAttributes } from "./attributes";
import { tagsOfBalancing, updateBalancingTags } from "./tagging";

const attributes: AttributeNames = {
    deregistrationDelay: "deregistration_delay.timeout_seconds",
    slowStart: "slow_start.duration_seconds",
};

const stickinessAttributes: AttributeNames = { enabled: "stickiness.enabled", type: "stickiness.type" };
const cookieAttributes: Readonly<Record<string, AttributeNames>> = {
    lb_cookie: { cookieDuration: "stickiness.lb_cookie.duration_seconds" },
    app_cookie: {
        cookieDuration: "stickiness.app_cookie.duration_seconds",
        cookieName: "stickiness.app_cookie.cookie_name",
    },
};

const stickiness: Properties = {
    cookieDuration: number({ default: 86400 }),
    cookieName: text(),
    enabled: boolean({ default: true }),
    type: text({ required: true, oneOf: ["lb_cookie", "app_cookie", "source_ip", "source_ip_dest_ip"] }),
};

const healthCheck: Properties = {
    enabled: boolean({ default: true, api: "HealthCheckEnabled" }),
    healthyThreshold: number({ default: 3, api: "HealthyThresholdCount" }),
    interval: number({ default: 30, api: "HealthCheckIntervalSeconds" }),
    matcher: text({ computed: true, api: false }),
    path: text({ computed: true, api: "HealthCheckPath" }),
    port: text({ default: "traffic-port", api: "HealthCheckPort" }),
    protocol: text({ default: "HTTP", api: "HealthCheckProtocol", oneOf: ["HTTP", "HTTPS", "TCP"] }),
    timeout: number({ computed: true, api: "HealthCheckTimeoutSeconds" }),
    unhealthyThreshold: number({ default: 3, api: "UnhealthyThresholdCount" }),
};

const inputs: Properties = {
    deregistrationDelay: number({ default: 300, api: false }),
    healthCheck: object(healthCheck, { computed: true, api: false }),
    ipAddressType: text({ replaces: true, computed: true, oneOf: ["ipv4", "ipv6"] }),
    name: text({ replaces: true }),
    namePrefix: text({ replaces: true, api: false }),
    port: number({ replaces: true }),
    protocol: text({
        replaces: true,
        oneOf: ["GENEVE", "HTTP", "HTTPS", "TCP", "TCP_UDP", "TLS", "UDP", "QUIC", "TCP_QUIC"],
    }),
    protocolVersion: text({ replaces: true, computed: true, oneOf: ["GRPC", "HTTP1", "HTTP2"] }),
    region,
    slowStart: number({ default: 0, api: false }),
    stickiness: object(stickiness, { computed: true, api: false }),
    tags,
    targetType: text({ default: "instance", replaces: true, oneOf: ["instance", "ip", "lambda", "alb"] }),
    vpcId: text({ replaces: true }),
    ...allUnserved(
        "connectionTermination",
        "lambdaMultiValueHeadersEnabled",
        "loadBalancingAlgorithmType",
        "loadBalancingAnomalyMitigation",
        "loadBalancingCrossZoneEnabled",
        "preserveClientIp",
        "proxyProtocolV2",
        "targetControlPort",
        "targetFailovers",
        "targetGroupHealth",
        "targetHealthStates",
    ),
};

export const targetGroup: ResourceType = {
    inputs,
    outputs: ["arn", "arnSuffix", "loadBalancerArns", "tagsAll"],
    autoName: { maxLength: 32 },
    check: (values) => [
        ...(values["targetType"] === "lambda" ? [] : ["port", "protocol", "vpcId"])
            .filter((name) => values[name] === undefined)
            .map((property) => ({ property, reason: `"${property}" is required, unless targetType is lambda` })),
        ...checkFailures(values),
    ],
    async create(aws, values) {
        const created = await (
            await aws.loadBalancing()
        ).createTargetGroup({
            ...(toApi(inputs, values, pascalCase) as { Name: string }),
            ...healthMembers(values),
            Tags: toKeyValues(tagsOf(values)),
        });
        return created.TargetGroups?.[0]?.TargetGroupArn ?? "";
    },
    finish: setAttributes,
    async read(aws, id) {
        const found = await describe(aws, id);
        const balancing = await aws.loadBalancing();
        const answer = found && (await balancing.describeTargetGroupAttributes({ TargetGroupArn: id }));
        return (
            found && {
                ...fromApi(inputs, { ...found, Name: found.TargetGroupName }, pascalCase),
                ...fromAttributes(attributes, answer?.Attributes),
                stickiness: describedStickiness(answer?.Attributes),
                arn: id,
                arnSuffix: id.split(":").pop(),
                healthCheck: {
                    ...fromApi(healthCheck, found, pascalCase),
                    matcher: found.Matcher?.HttpCode ?? found.Matcher?.GrpcCode ?? "",
                },
                ipAddressType: found.IpAddressType ?? "ipv4",
                loadBalancerArns: found.LoadBalancerArns ?? [],
                protocolVersion: found.ProtocolVersion ?? "",
                tagsAll: await tagsOfBalancing(aws, id),
            }
        );
    },
    async update(aws, id, news, olds) {
        const balancing = await aws.loadBalancing();
        await balancing.modifyTargetGroup({ TargetGroupArn: id, ...healthMembers(news) });
        await setAttributes(aws, id, news);
        await updateBalancingTags(aws, id, news, olds);
    },
    async delete(aws, id) {
        if ((await describe(aws, id)) !== undefined) {
            await (await aws.loadBalancing()).deleteTargetGroup({ TargetGroupArn: id });
        }
    },
};

/** What Pulumi's provider refuses of health checks (`resourceTargetGroupCustomizeDiff`). */
function checkFailures(values: Values): Failure[] {
    const given = values["healthCheck"] as Values | undefined;
    if (given?.["protocol"] !== "TCP") {
        return [];
    }
    const conflicts = ["matcher", "path"].filter((name) => given[name] !== undefined);
    return [
        ...conflicts.map((name) => ({
            property: `healthCheck.${name}`,
            reason: `cannot be specified when healthCheck.protocol is "TCP"`,
        })),
        ...(/^HTTPS?$/.test(String(values["protocol"]))
            ? [{ property: "healthCheck.protocol", reason: `cannot be "TCP" when protocol is HTTP or HTTPS` }]
            : []),
    ];
}

function healthMembers(values: Values): Values {
    const given = values["healthCheck"] as Values | undefined;
    const matcher = given?.["matcher"];
    return {
        ...(given === undefined ? {} : toApi(healthCheck, { ...defaultsOf(healthCheck), ...given }, pascalCase)),
        ...(matcher === undefined
            ? {}
            : { Matcher: values["protocolVersion"] === "GRPC" ? { GrpcCode: matcher } : { HttpCode: matcher } }),
    };
}

async function setAttributes(aws: Aws, TargetGroupArn: string, values: Values): Promise<void> {
    const balancing = await aws.loadBalancing();
    const given = values["stickiness"] as Values | undefined;
    const Attributes = [
        ...toAttributes(attributes, values),
        // Pulumi's provider turns off what is left out from now on.
        ...toAttributes(stickinessNames(given), { ...defaultsOf(stickiness), ...(given ?? { enabled: false }) }),
    ];
    await balancing.modifyTargetGroupAttributes({ TargetGroupArn, Attributes });
}

function stickinessNames(values: Values | undefined): AttributeNames {
    return { ...stickinessAttributes, ...cookieAttributes[String(values?.["type"])] };
}

function describedStickiness(answer: Parameters<typeof fromAttributes>[1]): Values {
    return fromAttributes(stickinessNames(fromAttributes(stickinessAttributes, answer)), answer);
}

async function describe(aws: Aws, arn: string): Promise<TargetGroup | undefined> {
    const balancing = await aws.loadBalancing();
    return (await unlessGone(balancing.describeTargetGroups({ TargetGroupArns: [arn] })))?.TargetGroups?.[0];
}
