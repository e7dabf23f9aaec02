import { refuses, takes } from "./harness";

describe("load balancer: each argument by itself", () => {
    takes([
        ["a server certificate of IAM", { certificateArn: "arn:aws:iam::123456789012:server-certificate/own" }],
        ["address ranges of both families", { allowedCidrBlocks: ["10.0.0.0/16", "2001:db8::/32"] }],
        ["no address range", { allowedCidrBlocks: [] }],
    ]);

    refuses([
        [
            "a certificate by its domain",
            { certificateArn: "example.com" },
            ['certificateArn is "example.com", but must be the ARN of a certificate'],
        ],
        [
            "a single address",
            { allowedCidrBlocks: ["10.0.0.1"] },
            ['allowedCidrBlocks[0] is "10.0.0.1", but must be an address range such as 10.0.0.0/16'],
        ],
        [
            "a TLS policy that is none",
            { sslPolicy: "TLS1.3" },
            ['sslPolicy is "TLS1.3", but must be the name of a TLS policy: ELBSecurityPolicy-…'],
        ],
    ]);
});
