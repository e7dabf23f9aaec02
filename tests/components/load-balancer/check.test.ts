import { certificateArn, refuses, takes } from "./harness";

const network = { loadBalancerType: "network", certificateArn: undefined };

describe("load balancer: arguments together", () => {
    takes([
        ["a certificate alone", {}],
        ["HTTP by name", { protocol: "HTTP", certificateArn: undefined }],
        ["a network load balancer", network],
        ["a network load balancer of TLS", { loadBalancerType: "network" }],
        ["an idle timeout of an hour", { idleTimeout: 3600 }],
        ["an idle timeout beside the certificate of TLS routes", { loadBalancerType: "network", idleTimeout: 600 }],
        ["an idle timeout of a network load balancer", { ...network, idleTimeout: 6000 }],
        [
            "a network of one's own",
            { vpcId: "vpc-01", subnetIds: ["subnet-0a", "subnet-0b"], securityGroupIds: ["sg-1"] },
        ],
        ["access logs and deletion protection", { accessLogs: { bucket: "logs" }, enableDeletionProtection: true }],
    ]);

    refuses([
        [
            "HTTPS without a certificate",
            { certificateArn: undefined },
            [
                'certificateArn is missing; give the ARN of a certificate for the clients\' hosts, or protocol: "HTTP", ' +
                    "which encrypts nothing",
            ],
        ],
        [
            "a certificate beside HTTP",
            { protocol: "HTTP", sslPolicy: "ELBSecurityPolicy-2016-08" },
            [
                'certificateArn is given, but protocol is "HTTP", which encrypts nothing; leave one of them out',
                'sslPolicy is given, but protocol is "HTTP", which encrypts nothing; leave one of them out',
            ],
        ],
        [
            "the listener of a network load balancer",
            { ...network, protocol: "HTTPS", additionalCertificateArns: [certificateArn] },
            [
                "protocol is given, but a network load balancer has no listener of its own: each route brings one; leave it " +
                    "out",
                "additionalCertificateArns is given, but the listeners of a network load balancer have one certificate; give " +
                    "certificateArn alone",
            ],
        ],
        [
            "address ranges beside security groups of one's own",
            { securityGroupIds: ["sg-1"], allowedCidrBlocks: ["10.0.0.0/16"] },
            [
                "allowedCidrBlocks is given together with securityGroupIds, which stay as they are; open those for clients, " +
                    "and leave this out",
            ],
        ],
        [
            "subnets without their VPC",
            { subnetIds: ["subnet-0a"] },
            ["vpcId is missing, although subnetIds is given; give both, or neither"],
        ],
        [
            "an idle timeout beyond its type's",
            { idleTimeout: 6000 },
            ["idleTimeout is 6000, but must be from 1 to 4000 seconds with the type application"],
        ],
        [
            "an idle timeout below its type's",
            { ...network, idleTimeout: 10 },
            ["idleTimeout is 10, but must be from 60 to 6000 seconds with the type network"],
        ],
    ]);
});
