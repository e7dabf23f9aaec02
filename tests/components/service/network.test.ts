import { accepts, awsvpc, refusesAtPreviewToo, subnets } from "./harness";

describe("Service, of its network together with the task's,", () => {
    refusesAtPreviewToo([
        [
            "a network for a task that has none of its own",
            subnets,
            'networkConfiguration must not be given: task.networkMode is "bridge", and only tasks of the mode awsvpc have ' +
                "a network of their own; leave it out, or make the task for awsvpc",
        ],
        [
            "a task with a network of its own, and none given",
            awsvpc,
            'networkConfiguration is missing, although task.networkMode is "awsvpc"; give the subnets of the tasks',
        ],
        [
            "a load balancer before a container that the task does not have",
            {
                loadBalancers: [
                    {
                        containerName: "brt",
                        containerPort: 8501,
                        targetGroupArn: "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/bert/1",
                    },
                ],
            },
            'loadBalancers[0].containerName is "brt", but must be a container of the task: neuron-rtd, bert',
        ],
        [
            "a registry that names no container, in network mode bridge",
            {
                serviceRegistries: {
                    registryArn: "arn:aws:servicediscovery:us-east-1:123456789012:service/srv-1",
                    containerName: "bert",
                },
            },
            "serviceRegistries.containerPort is missing; in network mode bridge ECS needs containerName and containerPort",
        ],
    ]);

    accepts([["a network in network mode awsvpc", { ...awsvpc, ...subnets }]]);
});
