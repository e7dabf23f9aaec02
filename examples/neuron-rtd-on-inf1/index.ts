import * as pulumi from "@pulumi/pulumi";
import * as inferentia from "pulumi-ecs-inferentia";

const config = new pulumi.Config();

// The last AMI whose Neuron driver supports the daemon; or its id, where AWS no longer lists the parameter.
const amiId = config.get("amiId");
const ami = amiId === undefined ? { amiSsmParameter: config.require("amiSsmParameter") } : { amiId };

const cluster = new inferentia.Cluster("ml", { instanceType: "inf1.xlarge", ...ami });

const bert = new inferentia.TaskDefinition("bert", {
    pool: cluster.pool,
    containers: [{ name: "bert", image: config.require("image"), portMappings: [{ containerPort: 8501 }] }],
});

const service = new inferentia.Service("bert", { task: bert.task });

export const clusterName = cluster.clusterName;
export const serviceName = service.serviceName;
export const runTask = service.runTaskCommand;
