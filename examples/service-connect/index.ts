import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import * as inferentia from "pulumi-ecs-inferentia";
import { ephemeralPorts } from "pulumi-ecs-inferentia/contract";

const image = new pulumi.Config().require("image");

const cluster = new inferentia.Cluster("ml", { instanceType: "inf2.xlarge", maxSize: 4 });
const namespace = new aws.servicediscovery.HttpNamespace("models");

// The proxies of Service Connect reach each other from instance to instance, at ports that Docker chooses.
const instances = cluster.securityGroupIds.apply(([id]) => id as string);
const among = new aws.vpc.SecurityGroupIngressRule("among-instances", {
    securityGroupId: instances,
    referencedSecurityGroupId: instances,
    ipProtocol: "tcp",
    fromPort: ephemeralPorts.from,
    toPort: ephemeralPorts.to,
});

const bert = new inferentia.TaskDefinition("bert", {
    pool: cluster.pool,
    takesInstance: true,
    containers: [
        {
            name: "bert",
            image,
            portMappings: [{ name: "http", containerPort: 8080, appProtocol: "http" }],
        },
    ],
});
const served = new inferentia.Service(
    "bert",
    {
        task: bert,
        serviceConnectConfiguration: {
            enabled: true,
            namespace: namespace.arn,
            services: [{ portName: "http", discoveryName: "bert", clientAlias: [{ port: 8080, dnsName: "bert" }] }],
        },
    },
    { dependsOn: [among] },
);

// It calls http://bert:8080.
const ranker = new inferentia.TaskDefinition("ranker", {
    pool: cluster.pool,
    takesInstance: true,
    containers: [
        {
            name: "ranker",
            image,
            environment: [{ name: "BERT_URL", value: "http://bert:8080" }],
        },
    ],
});
// A client knows the services that are there when its tasks start.
new inferentia.Service(
    "ranker",
    { task: ranker, serviceConnectConfiguration: { enabled: true, namespace: namespace.arn } },
    { dependsOn: [served] },
);
