/** A service on a pool of four instances, of which a deployment needs one to spare. */
export const service = {
    serviceName: "bert",
    clusterName: "ml",
    ignoreDesiredCount: true,
    maxSize: 4,
};

/** What a service is scaled by in the account of the tests. */
export const route = {
    targetGroupArn: "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/bert/0a1b2c3d4e5f6071",
    containerName: "bert",
    containerPort: 8501,
    loadBalancerArn: "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/front/8091a2b3c4d5e6f7",
};
