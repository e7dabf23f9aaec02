import assert from "node:assert/strict";
import { loadBalancerCheck } from "../../../components/load-balancer/check";
import { problemsOf } from "../../../components/validation/validate";

function problems(args: Record<string, unknown>): string[] {
    return problemsOf("LoadBalancer", args, loadBalancerCheck).map(
        ({ propertyPath, reason }) => `${propertyPath} ${reason}`,
    );
}

const certificateArn = "arn:aws:acm:us-east-1:123456789012:certificate/0a1b";
const right = { certificateArn };
const network = { loadBalancerType: "network", certificateArn: undefined };

const taken: [string, object][] = [
    ["a certificate alone", {}],
    ["a server certificate of IAM", { certificateArn: "arn:aws:iam::123456789012:server-certificate/own" }],
    ["HTTP by name", { protocol: "HTTP", certificateArn: undefined }],
    ["a network load balancer", network],
    ["a network load balancer of TLS", { loadBalancerType: "network" }],
    ["address ranges of both families", { allowedCidrBlocks: ["10.0.0.0/16", "2001:db8::/32"] }],
    ["no address range", { allowedCidrBlocks: [] }],
    ["an idle timeout of an hour", { idleTimeout: 3600 }],
    ["an idle timeout beside the certificate of TLS routes", { loadBalancerType: "network", idleTimeout: 600 }],
    ["an idle timeout of a network load balancer", { ...network, idleTimeout: 6000 }],
    ["a network of one's own", { vpcId: "vpc-01", subnetIds: ["subnet-0a", "subnet-0b"], securityGroupIds: ["sg-1"] }],
    ["access logs and deletion protection", { accessLogs: { bucket: "logs" }, enableDeletionProtection: true }],
];

const refused: [string, object, string[]][] = [
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
        "a certificate by its domain",
        { certificateArn: "example.com" },
        ['certificateArn is "example.com", but must be the ARN of a certificate'],
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
        "a single address",
        { allowedCidrBlocks: ["10.0.0.1"] },
        ['allowedCidrBlocks[0] is "10.0.0.1", but must be an address range such as 10.0.0.0/16'],
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
    [
        "a TLS policy that is none",
        { sslPolicy: "TLS1.3" },
        ['sslPolicy is "TLS1.3", but must be the name of a TLS policy: ELBSecurityPolicy-…'],
    ],
];

describe("load balancer: arguments", () => {
    for (const [what, change] of taken) {
        it(`takes ${what}`, () => assert.deepStrictEqual(problems({ ...right, ...change }), []));
    }
    for (const [what, change, found] of refused) {
        it(`refuses ${what}`, () => assert.deepStrictEqual(problems({ ...right, ...change }), found));
    }
});
