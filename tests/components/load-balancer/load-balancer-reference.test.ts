import assert from "node:assert/strict";
import type { LoadBalancerReference } from "../../../components";
import { loadBalancerReference } from "../../../components/load-balancer/load-balancer-reference";
import { Problems } from "../../../components/validation/problems";

const elb = "arn:aws:elasticloadbalancing:us-east-1:123456789012";

/** Each member of a load balancer. */
const right: Required<LoadBalancerReference> = {
    loadBalancerName: "front",
    loadBalancerType: "application",
    loadBalancerArn: `${elb}:loadbalancer/app/front/1`,
    listenerArn: `${elb}:listener/app/front/1/2`,
    protocol: "HTTPS",
    certificateArn: "arn:aws:acm:us-east-1:123456789012:certificate/0a1b",
    sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06",
    idleTimeout: 350,
    securityGroupIds: ["sg-front"],
    allowedCidrBlocks: [],
    vpcId: "vpc-01",
    subnetIds: ["subnet-0a"],
};

function problems(change: object): string[] {
    const found = new Problems();
    loadBalancerReference.check({ ...right, ...change }, "loadBalancer", found);
    return found.found.map(({ propertyPath, reason }) => `${propertyPath} ${reason}`);
}

describe("load balancer: one that is written out for a route", () => {
    it("may have each member", () => assert.deepStrictEqual(problems({}), []));

    const refused: readonly (readonly [change: object, problem: string])[] = [
        [{ loadBalancerName: "" }, 'loadBalancerName is "", but must be a name'],
        [{ loadBalancerType: "gateway" }, 'loadBalancerType is "gateway", but must be one of application, network'],
        [
            { loadBalancerArn: right.listenerArn },
            `loadBalancerArn is "${right.listenerArn}", but must be the ARN of a load balancer`,
        ],
        [
            { listenerArn: right.loadBalancerArn },
            `listenerArn is "${right.loadBalancerArn}", but must be the ARN of a listener`,
        ],
        [{ protocol: "TLS" }, 'protocol is "TLS", but must be one of HTTPS, HTTP'],
        [{ idleTimeout: 0 }, "idleTimeout is 0, but must be a whole number 1 or more seconds"],
        [{ securityGroupIds: [] }, "securityGroupIds is empty, but must be a list with at least one security group id"],
        [
            { allowedCidrBlocks: ["10.0.0.1"] },
            'allowedCidrBlocks[0] is "10.0.0.1", but must be an address range such as 10.0.0.0/16',
        ],
        [{ vpcId: 1 }, "vpcId is a number, but must be a string"],
        [{ subnetIds: [] }, "subnetIds is empty, but must be a list with at least one subnet id"],
        [{ dnsName: "front" }, "dnsName is not an argument of a load balancer; leave it out"],
    ];
    for (const [change, problem] of refused) {
        it(`is refused with another ${Object.keys(change).join("")}`, () => {
            assert.deepStrictEqual(problems(change), [`loadBalancer.${problem}`]);
        });
    }

    it("is missing as a whole where all its members are", () => {
        const absent = Object.fromEntries(Object.keys(right).map((name) => [name, undefined]));
        assert.deepStrictEqual(problems(absent), [
            "loadBalancer is missing; give the loadBalancer of a LoadBalancer, or one of your own by listenerArn or " +
                "loadBalancerArn",
        ]);
    });
});
