import type { Action, Listener } from "@aws-sdk/client-elastic-load-balancing-v2";
import { fromApi, pascalCase, toApi } from "../api-shape";
import type { Aws } from "../aws";
import { unlessGone } from "../aws-error";
import { region, tags } from "../common-inputs";
import { allUnserved, boolean, list, number, object, type Properties, text, type Values } from "../property";
import type { ResourceType } from "../resource-type";
import { tagsOf, toKeyValues } from "../tags";
import { tagsOfBalancing, updateBalancingTags } from "./tagging";

const action: Properties = {
    fixedResponse: object(
        { contentType: text({ required: true }), messageBody: text(), statusCode: text({ computed: true }) },
        { api: "FixedResponseConfig" },
    ),
    forward: object(
        {
            stickiness: object(
                { duration: number({ required: true, api: "DurationSeconds" }), enabled: boolean({ default: false }) },
                { api: "TargetGroupStickinessConfig" },
            ),
            targetGroups: list(
                object({ arn: text({ required: true, api: "TargetGroupArn" }), weight: number({ default: 1 }) }),
                { required: true, unordered: true },
            ),
        },
        { api: "ForwardConfig" },
    ),
    order: number({ computed: true }),
    redirect: object(
        {
            host: text({ default: "#{host}" }),
            path: text({ default: "/#{path}" }),
            port: text({ default: "#{port}" }),
            protocol: text({ default: "#{protocol}", oneOf: ["#{protocol}", "HTTP", "HTTPS"] }),
            query: text({ default: "#{query}" }),
            statusCode: text({ required: true, oneOf: ["HTTP_301", "HTTP_302"] }),
        },
        { api: "RedirectConfig" },
    ),
    targetGroupArn: text(),
    type: text({
        required: true,
        oneOf: ["forward", "authenticate-oidc", "authenticate-cognito", "redirect", "fixed-response", "jwt-validation"],
    }),
    ...allUnserved("authenticateCognito", "authenticateOidc", "jwtValidation"),
};

const headers = (direction: string, ...names: readonly string[]): Properties =>
    allUnserved(...names.map((name) => `routingHttp${direction}${name}`));

const inputs: Properties = {
    certificateArn: text({ api: false }),
    defaultActions: list(object(action), { required: true }),
    loadBalancerArn: text({ required: true, replaces: true }),
    port: number(),
    protocol: text({ computed: true, oneOf: ["HTTP", "HTTPS", "TCP", "TLS", "UDP", "TCP_UDP", "QUIC", "TCP_QUIC"] }),
    region,
    sslPolicy: text({ computed: true }),
    tags,
    ...allUnserved("alpnPolicy", "mutualAuthentication", "tcpIdleTimeoutSeconds"),
    ...headers(
        "RequestXAmzn",
        "MtlsClientcertHeaderName",
        "MtlsClientcertIssuerHeaderName",
        "MtlsClientcertLeafHeaderName",
        "MtlsClientcertSerialNumberHeaderName",
        "MtlsClientcertSubjectHeaderName",
        "MtlsClientcertValidityHeaderName",
        "TlsCipherSuiteHeaderName",
        "TlsVersionHeaderName",
    ),
    ...headers(
        "Response",
        "AccessControlAllowCredentialsHeaderValue",
        "AccessControlAllowHeadersHeaderValue",
        "AccessControlAllowMethodsHeaderValue",
        "AccessControlAllowOriginHeaderValue",
        "AccessControlExposeHeadersHeaderValue",
        "AccessControlMaxAgeHeaderValue",
        "ContentSecurityPolicyHeaderValue",
        "ServerEnabled",
        "StrictTransportSecurityHeaderValue",
        "XContentTypeOptionsHeaderValue",
        "XFrameOptionsHeaderValue",
    ),
};

interface Members {
    LoadBalancerArn: string;
    DefaultActions: Action[];
}

function members(values: Values): Members {
    const certificateArn = values["certificateArn"] as string | undefined;
    return {
        ...(toApi(inputs, values, pascalCase) as unknown as Members),
        ...(certificateArn === undefined ? {} : { Certificates: [{ CertificateArn: certificateArn }] }),
    };
}

export const listener: ResourceType = {
    inputs,
    outputs: ["arn", "tagsAll"],
    async create(aws, values) {
        const balancing = await aws.loadBalancing();
        const created = await balancing.createListener({ ...members(values), Tags: toKeyValues(tagsOf(values)) });
        return created.Listeners?.[0]?.ListenerArn ?? "";
    },
    async read(aws, id) {
        const found = await describe(aws, id);
        return (
            found && {
                ...fromApi(inputs, found, pascalCase),
                arn: id,
                certificateArn: found.Certificates?.[0]?.CertificateArn,
                sslPolicy: found.SslPolicy ?? "",
                tagsAll: await tagsOfBalancing(aws, id),
            }
        );
    },
    async update(aws, id, news, olds) {
        const { LoadBalancerArn: _, ...changeable } = members(news);
        await (await aws.loadBalancing()).modifyListener({ ListenerArn: id, ...changeable });
        await updateBalancingTags(aws, id, news, olds);
    },
    async delete(aws, id) {
        if ((await describe(aws, id)) !== undefined) {
            await (await aws.loadBalancing()).deleteListener({ ListenerArn: id });
        }
    },
};

async function describe(aws: Aws, arn: string): Promise<Listener | undefined> {
    const balancing = await aws.loadBalancing();
    return (await unlessGone(balancing.describeListeners({ ListenerArns: [arn] })))?.Listeners?.[0];
}
