import { refuses } from "../harness";

describe("Service, of its load balancers,", () => {
    refuses([
        [
            "a Classic Load Balancer",
            {
                loadBalancers: [
                    {
                        elbName: "old",
                        containerName: "bert",
                        containerPort: 8501,
                        targetGroupArn: "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/bert/1",
                    },
                ],
            },
            "loadBalancers[0].elbName must not be given: ECS takes no Classic Load Balancer with a capacity provider; give " +
                "targetGroupArn",
        ],
    ]);
});
