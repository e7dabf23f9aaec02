import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { LoadBalancer, LoadBalancerType, type LoadBalancerArgs, type LoadBalancerReference } from "../../../components";
import { children, register } from "../mocked-engine";
import { balancerArn, certificateArn, created, from, noRoute, own } from "./harness";

const other = "arn:aws:acm:us-east-1:123456789012:certificate/2c3d";

async function referenceOf(args: LoadBalancerArgs): Promise<LoadBalancerReference> {
    let found: LoadBalancerReference | undefined;
    await register(() => {
        new LoadBalancer("front", args).loadBalancer.apply((one) => (found = one));
    });
    assert.ok(found);
    return found;
}

const group = {
    vpcId: "vpc-0default",
    description: "Load balancer: ingress to its listeners, egress to the targets of its routes",
};

describe("load balancer", () => {
    it("serves HTTPS inside its VPC, and redirects HTTP to it", async () => {
        const inVpc = { cidrIpv4: "172.31.0.0/16" };
        assert.deepStrictEqual(await created({ certificateArn }), {
            "front-balancer-group": group,
            front: {
                loadBalancerType: "application",
                internal: true,
                subnets: ["subnet-0a", "subnet-0b", "subnet-0e"],
                securityGroups: ["front-balancer-group-id"],
                enableDeletionProtection: false,
                dropInvalidHeaderFields: true,
            },
            "front-listener": {
                loadBalancerArn: balancerArn,
                port: 443,
                protocol: "HTTPS",
                certificateArn,
                sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06",
                defaultActions: [noRoute],
            },
            "front-redirect": {
                loadBalancerArn: balancerArn,
                port: 80,
                protocol: "HTTP",
                defaultActions: [
                    { type: "redirect", redirect: { port: "443", protocol: "HTTPS", statusCode: "HTTP_301" } },
                ],
            },
            "front-443-from-0": from(443, inVpc),
            "front-80-from-0": from(80, inVpc),
        });
    });

    it("has the settings, the network, the logs and the tags that it is given", async () => {
        const resources = await created({
            ...own,
            certificateArn,
            additionalCertificateArns: [other],
            sslPolicy: "ELBSecurityPolicy-TLS13-1-3-2021-06",
            idleTimeout: 600,
            enableDeletionProtection: true,
            accessLogs: { bucket: "logs", prefix: "front" },
            tags: { team: "ml" },
        });
        assert.deepStrictEqual(resources["front"], {
            loadBalancerType: "application",
            internal: true,
            subnets: own.subnetIds,
            securityGroups: ["front-balancer-group-id"],
            enableDeletionProtection: true,
            dropInvalidHeaderFields: true,
            idleTimeout: 600,
            accessLogs: { bucket: "logs", prefix: "front", enabled: true },
            tags: { team: "ml" },
        });
        assert.deepStrictEqual(resources["front-certificate-0"], {
            listenerArn: "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/front-listener",
            certificateArn: other,
        });
        assert.equal(resources["front-listener"]?.["sslPolicy"], "ELBSecurityPolicy-TLS13-1-3-2021-06");
        const tagged = Object.entries(resources).filter(([name]) => name !== "front-certificate-0");
        assert.deepStrictEqual(
            tagged.filter(([, { tags }]) => (tags as { team?: string } | undefined)?.team !== "ml"),
            [],
        );
    });

    it("of the type network has no listener, balances across zones, and its group lets nobody in", async () => {
        assert.deepStrictEqual(await created({ loadBalancerType: "network" }), {
            "front-balancer-group": group,
            front: {
                loadBalancerType: "network",
                internal: true,
                subnets: ["subnet-0a", "subnet-0b", "subnet-0e"],
                securityGroups: ["front-balancer-group-id"],
                enableDeletionProtection: false,
                enableCrossZoneLoadBalancing: true,
            },
        });
    });

    it("names AWS's load balancer so that it fits", async () => {
        const name = "the-load-balancer-in-front-of-bert";
        const registered = await register(() => new LoadBalancer(name, { loadBalancerType: "network" }));
        const balancer = registered.find(({ type }) => type === "aws:lb/loadBalancer:LoadBalancer");
        assert.match(balancer?.name ?? "", /^the-load-balanc-[\da-f]{8}$/);
    });

    it("tells routes what an application load balancer is", async () => {
        assert.deepStrictEqual(await referenceOf({ ...own, certificateArn, allowedCidrBlocks: ["10.0.0.0/8"] }), {
            loadBalancerName: "front",
            loadBalancerType: "application",
            loadBalancerArn: balancerArn,
            listenerArn: "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/front-listener",
            protocol: "HTTPS",
            certificateArn: undefined,
            sslPolicy: undefined,
            idleTimeout: undefined,
            securityGroupIds: ["front-balancer-group-id"],
            allowedCidrBlocks: ["10.0.0.0/8"],
            ...own,
        });
    });

    it("tells routes what a network load balancer is", async () => {
        const args = { ...own, loadBalancerType: LoadBalancerType.Network, certificateArn, securityGroupIds: ["sg-1"] };
        assert.deepStrictEqual(await referenceOf(args), {
            loadBalancerName: "front",
            loadBalancerType: "network",
            loadBalancerArn: balancerArn,
            listenerArn: undefined,
            protocol: undefined,
            certificateArn,
            sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06",
            idleTimeout: undefined,
            securityGroupIds: ["sg-1"],
            allowedCidrBlocks: undefined,
            ...own,
        });
    });

    it("refuses a type that is an output, before anything is created", async () => {
        let seen: readonly unknown[] = [];
        await assert.rejects(
            register(
                () => new LoadBalancer("front", { loadBalancerType: pulumi.output(LoadBalancerType.Network) }),
                (registered) => (seen = children(registered)),
            ),
            {
                message:
                    'LoadBalancer "front" has a wrong argument:\n  - loadBalancerType is an output, but decides which ' +
                    "listeners there are; give the value itself",
            },
        );
        assert.deepStrictEqual(seen, []);
    });
});
