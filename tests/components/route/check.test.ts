import { UNKNOWN } from "../../../ecs/known";
import { refuses, takes } from "./harness";
import { application, network, pool, rightOnNetwork, task } from "./right-route";

const awsvpc = { ...task, networkMode: "awsvpc" };

describe("route: arguments together", () => {
    takes([
        ["a path of HTTP", {}],
        ["hosts, paths and a priority", { hosts: ["*.a.*", "*.b.*"], paths: ["/v1/*", "/?"], priority: 1 }],
        ["gRPC behind HTTPS", { protocol: "GRPC", port: 8500, healthCheck: undefined }],
        ["a second target group", { alternateTargetGroup: true }],
        ["HTTPS to the container", { protocol: "HTTPS" }],
        ["a port of Docker's choice", { container: "proxy", port: 80 }],
        [
            "slow start, deregistration delay and stickiness",
            { slowStart: 0, deregistrationDelay: 0, stickiness: { type: "lb_cookie" } },
        ],
        ["security groups of tasks with an address of their own", { task: awsvpc, securityGroupIds: ["sg-tasks"] }],
        ["a connection of TCP", {}, rightOnNetwork],
        [
            "TLS with the load balancer's certificate",
            { protocol: "TLS", loadBalancer: { ...network, certificateArn: UNKNOWN } },
            rightOnNetwork,
        ],
        [
            "a listener port and stickiness by address",
            { listenerPort: 80, stickiness: { type: "source_ip" }, alternateTargetGroup: false },
            rightOnNetwork,
        ],
        [
            "what a preview does not know",
            { loadBalancer: UNKNOWN, task: UNKNOWN, container: UNKNOWN, healthCheck: UNKNOWN },
        ],
    ]);

    refuses([
        [
            "HTTP with a network load balancer",
            { protocol: undefined, healthCheck: { path: "/" } },
            ["protocol is missing, which is HTTP, but loadBalancer is of the type network; give TCP or TLS"],
            rightOnNetwork,
        ],
        [
            "TCP with an application load balancer",
            { protocol: "TCP" },
            ['protocol is "TCP", but loadBalancer is of the type application; give HTTP, HTTPS or GRPC'],
        ],
        [
            "gRPC behind HTTP",
            { protocol: "GRPC", healthCheck: undefined, loadBalancer: { ...application, protocol: "HTTP" } },
            [
                'protocol is "GRPC", but the listener of loadBalancer is "HTTP", and gRPC needs HTTPS; give the load balancer a ' +
                    "certificate, or take a network one with TCP",
            ],
        ],
        [
            "TLS without a certificate",
            { protocol: "TLS" },
            ['protocol is "TLS", but loadBalancer has no certificateArn; give it one, or TCP here'],
            rightOnNetwork,
        ],
        [
            "a load balancer of one's own without its listener",
            { loadBalancer: { vpcId: "vpc-01" } },
            ["loadBalancer.listenerArn is missing; with HTTP give the ARN to which the route is added"],
        ],
        [
            "what only rules have",
            { hosts: ["a.example.com"], priority: 1, slowStart: 30, alternateTargetGroup: true },
            [
                'hosts is given, but is for HTTP, HTTPS and GRPC only, and protocol is "TCP"; leave it out',
                'priority is given, but is for HTTP, HTTPS and GRPC only, and protocol is "TCP"; leave it out',
                'slowStart is given, but is for HTTP, HTTPS and GRPC only, and protocol is "TCP"; leave it out',
                'alternateTargetGroup is given, but is for HTTP, HTTPS and GRPC only, and protocol is "TCP"; leave it out',
            ],
            rightOnNetwork,
        ],
        [
            "what only listeners have",
            { listenerPort: 80 },
            ['listenerPort is given, but is for TCP and TLS only, and protocol is "HTTP"; leave it out'],
        ],
        [
            "stickiness by cookies of connections",
            { stickiness: { type: "lb_cookie" } },
            ['stickiness.type is "lb_cookie", which TCP does not have; give source_ip'],
            rightOnNetwork,
        ],
        [
            "too many patterns",
            { hosts: ["a.b", "c.d", "e.f"], paths: ["/1", "/2", "/3"] },
            ["paths and hosts are 6 patterns, but a rule takes 5 at most; use wildcards, or make another route"],
        ],
        [
            "too many wildcards",
            { hosts: ["*.a.*", "*.b.*"], paths: ["/*/v1/*", "/?"] },
            ["paths and hosts have 7 wildcards, but a rule takes 6 at most; make another route"],
        ],
        [
            "a container that the task does not have",
            { container: "bret" },
            ['container is "bret", but must be a container of the task: neuron-rtd, bert, proxy'],
        ],
        [
            "a port that the container does not map",
            { port: 8080 },
            ['port is 8080, which container "bert" does not map over TCP; give one of 8500, 8501'],
        ],
        [
            "a port of UDP",
            { container: "proxy", port: 53 },
            ['port is 53, which container "proxy" does not map over TCP; give one of 80'],
        ],
        [
            "a container without ports",
            { container: "neuron-rtd", port: 80 },
            [
                'port is 80, which container "neuron-rtd" does not map over TCP; give the container portMappings: ' +
                    "[{ containerPort: 80 }]",
            ],
        ],
        [
            "a task whose ports nobody tells",
            { task: { taskDefinitionArn: "bert:1" } },
            ["task.portMappings is missing; give the ports of the task's containers"],
        ],
        [
            "a task without a network",
            { task: { ...task, networkMode: "none" } },
            ['task.networkMode is "none", in which no container can be reached; take another mode'],
        ],
        [
            "security groups of tasks on the address of their instance",
            { securityGroupIds: ["sg-1"] },
            [
                'securityGroupIds must not be given: task.networkMode is "bridge", and the tasks are reached through the ' +
                    "security groups of the pool; leave it out",
            ],
        ],
        [
            "instances in another VPC",
            { task: { ...task, pool: { ...pool, vpcId: "vpc-02" } } },
            [
                `loadBalancer.vpcId is "vpc-01", but the instances of the task's pool are in "vpc-02"; take a load balancer there`,
            ],
        ],
        [
            "a protocol that is an output",
            { protocol: UNKNOWN },
            ["protocol is an output, but decides what is created; give the value itself"],
        ],
    ]);
});
