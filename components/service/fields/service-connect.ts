import type { ecs } from "@pulumi/aws/types/input";
import { list, map, object, required, type Fields } from "../../validation/shape";
import { anyText, arnOf, boolean, integer, oneOf, roleArn } from "../../validation/values";
import { port } from "./load-balancers";

/** The log drivers of ECS on EC2 (Amazon ECS API Reference, LogConfiguration). */
const logDrivers = ["awsfirelens", "awslogs", "fluentd", "gelf", "journald", "json-file", "splunk", "syslog"];

const headerValue: Fields<ecs.ServiceServiceConnectConfigurationServiceClientAliasTestTrafficRuleHeaderValue> = {
    exact: required(anyText, "give the value of the header"),
};

const header: Fields<ecs.ServiceServiceConnectConfigurationServiceClientAliasTestTrafficRuleHeader> = {
    name: required(anyText, "give the name of the header"),
    value: required(object("the value of a header", headerValue), "give the value of the header"),
};

const testTrafficRule: Fields<ecs.ServiceServiceConnectConfigurationServiceClientAliasTestTrafficRule> = {
    header: object("a header", header),
};

const clientAlias: Fields<ecs.ServiceServiceConnectConfigurationServiceClientAlias> = {
    dnsName: anyText,
    port: required(port, "give the port at which clients reach the service"),
    testTrafficRules: list(object("a rule for test traffic", testTrafficRule), "a list of rules for test traffic", 0),
};

const seconds = integer(0, 2_147_483_647, "seconds");

const timeout: Fields<ecs.ServiceServiceConnectConfigurationServiceTimeout> = {
    idleTimeoutSeconds: seconds,
    perRequestTimeoutSeconds: seconds,
};

const authority: Fields<ecs.ServiceServiceConnectConfigurationServiceTlsIssuerCertAuthority> = {
    awsPcaAuthorityArn: required(
        arnOf("a private certificate authority", /^arn:[\w-]+:acm-pca:\S+$/),
        "give the ARN of the private certificate authority",
    ),
};

const tls: Fields<ecs.ServiceServiceConnectConfigurationServiceTls> = {
    issuerCertAuthority: required(
        object("a certificate authority", authority),
        "give the private certificate authority",
    ),
    kmsKey: anyText,
    roleArn,
};

const service: Fields<ecs.ServiceServiceConnectConfigurationService> = {
    clientAlias: list(object("a client alias", clientAlias), "a list of client aliases", 0),
    discoveryName: anyText,
    ingressPortOverride: port,
    portName: required(anyText, "give the name of the port mapping in the task definition"),
    timeout: object("the time limits of a service", timeout),
    tls: object("the encryption of a service", tls),
};

const secretOption: Fields<ecs.ServiceServiceConnectConfigurationLogConfigurationSecretOption> = {
    name: required(anyText, "give the name of the option"),
    valueFrom: required(anyText, "give the ARN of the secret or of the parameter"),
};

const logConfiguration: Fields<ecs.ServiceServiceConnectConfigurationLogConfiguration> = {
    logDriver: required(oneOf(logDrivers), `give one of ${logDrivers.join(", ")}`),
    options: map(anyText, "a map of options"),
    secretOptions: list(object("a secret option", secretOption), "a list of secret options", 0),
};

const accessLogConfiguration: Fields<ecs.ServiceServiceConnectConfigurationAccessLogConfiguration> = {
    format: required(oneOf(["TEXT", "JSON"]), "give TEXT or JSON"),
    includeQueryParameters: oneOf(["ENABLED", "DISABLED"]),
};

const configuration: Fields<ecs.ServiceServiceConnectConfiguration> = {
    accessLogConfiguration: object("the access log of Service Connect", accessLogConfiguration),
    enabled: required(boolean, "give true or false"),
    logConfiguration: object("the log configuration of Service Connect", logConfiguration),
    namespace: anyText,
    services: list(object("a service of Service Connect", service), "a list of services", 0),
};

export const serviceConnectConfiguration = object("the configuration of Service Connect", configuration);
