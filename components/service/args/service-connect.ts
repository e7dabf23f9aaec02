import type { ecs } from "@pulumi/aws/types/input";
import { awsObject, list, map, required } from "../../validation/shape";
import { anyText, arnOf, boolean, integer, oneOf, roleArn } from "../../validation/values";
import { port } from "./load-balancers";

/** The log drivers of ECS on EC2 (Amazon ECS API Reference, LogConfiguration). */
const logDrivers = ["awsfirelens", "awslogs", "fluentd", "gelf", "journald", "json-file", "splunk", "syslog"];

const seconds = integer(0, 2_147_483_647, "seconds");

type TestTrafficRule = ecs.ServiceServiceConnectConfigurationServiceClientAliasTestTrafficRule;

const testTrafficRule = awsObject<TestTrafficRule>("a rule for test traffic", {
    header: awsObject<ecs.ServiceServiceConnectConfigurationServiceClientAliasTestTrafficRuleHeader>("a header", {
        name: required(anyText, "give the name of the header"),
        value: required(
            awsObject<ecs.ServiceServiceConnectConfigurationServiceClientAliasTestTrafficRuleHeaderValue>(
                "the value of a header",
                { exact: required(anyText, "give the value of the header") },
            ),
            "give the value of the header",
        ),
    }),
});

const service = awsObject<ecs.ServiceServiceConnectConfigurationService>("a service of Service Connect", {
    clientAlias: list(
        awsObject<ecs.ServiceServiceConnectConfigurationServiceClientAlias>("a client alias", {
            dnsName: anyText,
            port: required(port, "give the port at which clients reach the service"),
            testTrafficRules: list(testTrafficRule, "a list of rules for test traffic", 0),
        }),
        "a list of client aliases",
        0,
    ),
    discoveryName: anyText,
    ingressPortOverride: port,
    portName: required(anyText, "give the name of the port mapping in the task definition"),
    timeout: awsObject<ecs.ServiceServiceConnectConfigurationServiceTimeout>("the time limits of a service", {
        idleTimeoutSeconds: seconds,
        perRequestTimeoutSeconds: seconds,
    }),
    tls: awsObject<ecs.ServiceServiceConnectConfigurationServiceTls>("the encryption of a service", {
        issuerCertAuthority: required(
            awsObject<ecs.ServiceServiceConnectConfigurationServiceTlsIssuerCertAuthority>("a certificate authority", {
                awsPcaAuthorityArn: required(
                    arnOf("a private certificate authority", /^arn:[\w-]+:acm-pca:\S+$/),
                    "give the ARN of the private certificate authority",
                ),
            }),
            "give the private certificate authority",
        ),
        kmsKey: anyText,
        roleArn,
    }),
});

const logConfiguration = awsObject<ecs.ServiceServiceConnectConfigurationLogConfiguration>(
    "the log configuration of Service Connect",
    {
        logDriver: required(oneOf(logDrivers), `give one of ${logDrivers.join(", ")}`),
        options: map(anyText, "an object of options"),
        secretOptions: list(
            awsObject<ecs.ServiceServiceConnectConfigurationLogConfigurationSecretOption>("a secret option", {
                name: required(anyText, "give the name of the option"),
                valueFrom: required(anyText, "give the ARN of the secret or of the parameter"),
            }),
            "a list of secret options",
            0,
        ),
    },
);

export const serviceConnectConfiguration = awsObject<ecs.ServiceServiceConnectConfiguration>(
    "the configuration of Service Connect",
    {
        accessLogConfiguration: awsObject<ecs.ServiceServiceConnectConfigurationAccessLogConfiguration>(
            "the access log of Service Connect",
            {
                format: required(oneOf(["TEXT", "JSON"]), "give TEXT or JSON"),
                includeQueryParameters: oneOf(["ENABLED", "DISABLED"]),
            },
        ),
        enabled: required(boolean, "give true or false"),
        logConfiguration,
        namespace: anyText,
        services: list(service, "a list of services", 0),
    },
);
