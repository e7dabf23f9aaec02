import { boolean, list, map, number, object, type Property, text } from "../property";

const clientAlias = {
    dnsName: text(),
    port: number({ required: true }),
    testTrafficRules: list(
        object({
            header: object({
                name: text({ required: true }),
                value: object({ exact: text({ required: true }) }, { required: true }),
            }),
        }),
    ),
};

const service = {
    clientAlias: list(object(clientAlias), { api: "clientAliases" }),
    discoveryName: text(),
    ingressPortOverride: number(),
    portName: text({ required: true }),
    timeout: object({ idleTimeoutSeconds: number(), perRequestTimeoutSeconds: number() }),
    tls: object({
        issuerCertAuthority: object(
            { awsPcaAuthorityArn: text({ required: true }) },
            { required: true, api: "issuerCertificateAuthority" },
        ),
        kmsKey: text(),
        roleArn: text(),
    }),
};

const logConfiguration = {
    logDriver: text({ required: true }),
    options: map(text(), { computed: true }),
    secretOptions: list(object({ name: text({ required: true }), valueFrom: text({ required: true }) })),
};

/** Source: Amazon ECS API Reference, ServiceConnectConfiguration. */
export const serviceConnectConfiguration: Property = object({
    accessLogConfiguration: object({
        format: text({ required: true, oneOf: ["TEXT", "JSON"] }),
        includeQueryParameters: text({ oneOf: ["DISABLED", "ENABLED"] }),
    }),
    enabled: boolean({ required: true }),
    logConfiguration: object(logConfiguration),
    namespace: text(),
    services: list(object(service)),
});
