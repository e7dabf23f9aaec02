// The smallest program of the components.
const inferentia = require("pulumi-ecs-inferentia");

const cluster = new inferentia.Cluster("ml", { instanceType: "inf1.xlarge" });
const bert = new inferentia.TaskDefinition("bert", {
    pool: cluster.pool,
    containers: [
        {
            name: "bert",
            image: "123456789012.dkr.ecr.us-east-1.amazonaws.com/bert:1",
            portMappings: [{ containerPort: 8501 }],
        },
    ],
});
new inferentia.Service("bert", { task: bert.task });
