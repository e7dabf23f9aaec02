import * as pulumi from "@pulumi/pulumi";
import * as inferentia from "pulumi-ecs-inferentia";

const config = new pulumi.Config();

// An AMI whose Neuron driver supports the daemon: that of release 20220822 or older, or one of your own.
const amiId = config.get("amiId");
const ami = amiId === undefined ? { amiSsmParameter: config.require("amiSsmParameter") } : { amiId };
const cluster = new inferentia.Cluster("ml", { instanceType: "inf1.xlarge", ...ami });

const bert = new inferentia.TaskDefinition("bert", {
    pool: cluster.pool,
    neuronRtd: {
        image: config.require("neuronRtdImage"),
        healthCheck: { command: ["CMD-SHELL", "test -S /sock/neuron-rtd.sock"], interval: 10, retries: 5 },
    },
    containers: [{ name: "bert", image: config.require("image"), portMappings: [{ containerPort: 8501 }] }],
});

const service = new inferentia.Service("bert", { task: bert.task });

export const clusterName = cluster.clusterName;
export const serviceName = service.serviceName;
