import type { RouteArgs } from "../../../components";

const elb = "arn:aws:elasticloadbalancing:us-east-1:123456789012";

/** An application load balancer of HTTPS. */
export const application = {
    loadBalancerName: "front",
    loadBalancerType: "application",
    loadBalancerArn: `${elb}:loadbalancer/app/front/1`,
    listenerArn: `${elb}:listener/app/front/1/2`,
    protocol: "HTTPS",
    securityGroupIds: ["sg-front"],
    allowedCidrBlocks: ["10.0.0.0/16"],
    vpcId: "vpc-01",
    subnetIds: ["subnet-0a", "subnet-0b"],
};

/** A network load balancer. */
export const network = {
    ...application,
    loadBalancerType: "network",
    loadBalancerArn: `${elb}:loadbalancer/net/front/1`,
    listenerArn: undefined,
    protocol: undefined,
};

/** A pool in the load balancer's VPC. */
export const pool = {
    poolName: "ml",
    clusterName: "ml",
    clusterArn: "arn:aws:ecs:us-east-1:123456789012:cluster/ml",
    capacityProviderName: "ml-capacity",
    instanceTypes: ["inf1.6xlarge"],
    vpcId: "vpc-01",
    subnetIds: ["subnet-0a", "subnet-0b"],
    securityGroupIds: ["sg-ml"],
};

/** The seed's container: gRPC on 8500, REST on 8501; and a proxy at a port of Docker's choice. */
export const task = {
    taskDefinitionArn: "arn:aws:ecs:us-east-1:123456789012:task-definition/bert:1",
    networkMode: "bridge",
    containerNames: ["neuron-rtd", "bert", "proxy"],
    portMappings: [
        { containerName: "bert", containerPort: 8500, hostPort: 8500, protocol: "tcp" },
        { containerName: "bert", containerPort: 8501, hostPort: 8501, protocol: "tcp" },
        { containerName: "proxy", containerPort: 80, hostPort: 0, protocol: "tcp" },
        { containerName: "proxy", containerPort: 53, hostPort: 53, protocol: "udp" },
    ],
    pool,
};

/** The arguments of a route that is right. */
export const right = {
    loadBalancer: application,
    task,
    container: "bert",
    port: 8501,
    healthCheck: { path: "/v1/models/bert" },
} satisfies RouteArgs;

/** The arguments of one with a network load balancer. */
export const rightOnNetwork = {
    loadBalancer: network,
    task,
    container: "bert",
    port: 8500,
    protocol: "TCP",
} satisfies RouteArgs;
