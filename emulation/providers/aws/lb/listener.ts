import type { Action, Listener } from "@aws-sdk/client-elastic-load-balancing-v2";
import { fromApi, pascalCase, toApi } from "../api-shape";
import type { Aws } from "../aws";
import { unlessGone } from "../aws-error";
import { region, tags } from "../common-inputs";
import { differences } from "../differences";
import { allUnserved, list, number, object, type Properties, text, type Values } from "../property";
import type { ResourceType } from "../resource-type";
import { tagsOf, toKeyValues } from "../tags";
import { action } from "./action";
import { type AttributeNames, fromAttributes, toAttributes } from "./attributes";
import { tagsOfBalancing, updateBalancingTags } from "./tagging";

const attributes: AttributeNames = { tcpIdleTimeoutSeconds: "tcp.idle_timeout.seconds" };

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
    tcpIdleTimeoutSeconds: number({ computed: true, api: false }),
    ...allUnserved("alpnPolicy", "mutualAuthentication"),
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
    finish: setAttributes,
    async read(aws, id) {
        const found = await describe(aws, id);
        const isTcp = found?.Protocol === "TCP";
        const answer = isTcp
            ? await (await aws.loadBalancing()).describeListenerAttributes({ ListenerArn: id })
            : undefined;
        return (
            found && {
                ...fromAttributes(attributes, answer?.Attributes),
                ...fromApi(inputs, found, pascalCase),
                arn: id,
                certificateArn: found.Certificates?.[0]?.CertificateArn,
                sslPolicy: found.SslPolicy ?? "",
                tagsAll: await tagsOfBalancing(aws, id),
            }
        );
    },
    async update(aws, id, news, olds) {
        const { LoadBalancerArn: _, DefaultActions, ...others } = members(news);
        // As Pulumi's provider: what the listener does is left as it is where it did not change.
        const acts = differences(inputs, olds, news).some(({ property }) => property === "defaultActions");
        await (
            await aws.loadBalancing()
        ).modifyListener({ ListenerArn: id, ...others, ...(acts ? { DefaultActions } : {}) });
        await setAttributes(aws, id, news);
        await updateBalancingTags(aws, id, news, olds);
    },
    async delete(aws, id) {
        if ((await describe(aws, id)) !== undefined) {
            await (await aws.loadBalancing()).deleteListener({ ListenerArn: id });
        }
    },
};

/** Only TCP listeners have the attribute. */
async function setAttributes(aws: Aws, ListenerArn: string, values: Values): Promise<void> {
    const Attributes = values["protocol"] === "TCP" ? toAttributes(attributes, values) : [];
    if (Attributes.length > 0) {
        await (await aws.loadBalancing()).modifyListenerAttributes({ ListenerArn, Attributes });
    }
}

async function describe(aws: Aws, arn: string): Promise<Listener | undefined> {
    const balancing = await aws.loadBalancing();
    return (await unlessGone(balancing.describeListeners({ ListenerArns: [arn] })))?.Listeners?.[0];
}
