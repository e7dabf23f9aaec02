import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { LoadBalancer, LoadBalancerType, type LoadBalancerArgs, type LoadBalancerReference } from "../../../components";
import { children, register, type Calls, type Watch } from "../mocked-engine";
import { failing } from "../refused-lookups";

const certificateArn = "arn:aws:acm:us-east-1:123456789012:certificate/0a1b";
const other = "arn:aws:acm:us-east-1:123456789012:certificate/2c3d";
const own = { vpcId: "vpc-01", subnetIds: ["subnet-0a", "subnet-0b"] };
const balancerArn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/front";

type Inputs = Record<string, Record<string, unknown>>;

async function created(args: LoadBalancerArgs, watch: Watch = {}): Promise<Inputs> {
    const registered = await register(() => new LoadBalancer("front", args), undefined, false, watch);
    return Object.fromEntries(children(registered).map(({ name, inputs }) => [name, inputs]));
}

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
const from = (port: number, range: object) => ({
    securityGroupId: "front-balancer-group-id",
    ipProtocol: "tcp",
    fromPort: port,
    toPort: port,
    ...range,
});
const noRoute = {
    type: "fixed-response",
    fixedResponse: { contentType: "text/plain", messageBody: "No route", statusCode: "404" },
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

    it("serves HTTP alone where that is asked for by name", async () => {
        const { "front-listener": listener, ...others } = await created({ protocol: "HTTP" });
        assert.deepStrictEqual(listener, {
            loadBalancerArn: balancerArn,
            port: 80,
            protocol: "HTTP",
            defaultActions: [noRoute],
        });
        assert.deepStrictEqual(Object.keys(others).sort(), ["front", "front-80-from-0", "front-balancer-group"]);
    });

    it("serves the internet where that is asked for by name", async () => {
        const resources = await created({ certificateArn, internetFacing: true });
        assert.equal(resources["front"]?.["internal"], false);
        assert.deepStrictEqual(resources["front-443-from-0.0.0.0-0"], from(443, { cidrIpv4: "0.0.0.0/0" }));
    });

    it("serves the given address ranges alone, of both families, also by outputs", async () => {
        const allowedCidrBlocks = ["10.0.0.0/8", "2001:db8::/32", pulumi.output("fd00::/8")];
        const resources = await created({ certificateArn, internetFacing: true, allowedCidrBlocks });
        assert.deepStrictEqual(
            Object.entries(resources).filter(([name]) => name.startsWith("front-443")),
            [
                ["front-443-from-10.0.0.0-8", from(443, { cidrIpv4: "10.0.0.0/8" })],
                ["front-443-from-2", from(443, { cidrIpv6: "fd00::/8" })],
                ["front-443-from-2001-db8---32", from(443, { cidrIpv6: "2001:db8::/32" })],
            ],
        );
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

    it("leaves security groups of one's own as they are", async () => {
        const resources = await created({ ...own, certificateArn, securityGroupIds: ["sg-1"] });
        assert.deepStrictEqual(resources["front"]?.["securityGroups"], ["sg-1"]);
        assert.deepStrictEqual(Object.keys(resources).sort(), ["front", "front-listener", "front-redirect"]);
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

    const getVpc = "aws:ec2/getVpc:getVpc";
    const refused: [string, LoadBalancerArgs, Calls, string][] = [
        [
            "an account without a default VPC",
            {},
            { [getVpc]: failing("no matching EC2 VPC found") },
            "vpcId is missing, and the account has no default VPC in the region; give vpcId and subnetIds",
        ],
        [
            "a default VPC with one default subnet",
            {},
            { "aws:ec2/getSubnets:getSubnets": () => ({ ids: ["subnet-0a"] }) },
            "subnetIds is missing, and the default VPC has the one zone subnet-0a, but a load balancer of the type " +
                "application needs two zones at least; give another subnet",
        ],
        [
            "subnets of one zone",
            { ...own, subnetIds: ["subnet-0a"] },
            {},
            "subnetIds has the one zone us-east-1a, but a load balancer of the type application needs two zones at " +
                "least; give another subnet",
        ],
        [
            "a subnet that the region does not have",
            { ...own, subnetIds: ["subnet-0a", "subnet-00"] },
            {},
            'subnetIds has "subnet-00", which the region does not have; give the ids of subnets',
        ],
        [
            "a VPC that the region does not have",
            own,
            { [getVpc]: failing("no matching EC2 VPC found") },
            'vpcId is "vpc-01", which the region does not have; give the id of one',
        ],
        [
            "a type that is an output",
            { loadBalancerType: pulumi.output(LoadBalancerType.Network) },
            {},
            "loadBalancerType is an output, but decides which listeners there are; give the value itself",
        ],
    ];
    for (const [what, args, calls, problem] of refused) {
        it(`refuses ${what}, before anything is created`, async () => {
            let seen: readonly unknown[] = [];
            await assert.rejects(
                register(
                    () => new LoadBalancer("front", { certificateArn, ...args }),
                    (registered) => (seen = children(registered)),
                    false,
                    { calls },
                ),
                { message: `LoadBalancer "front" has a wrong argument:\n  - ${problem}` },
            );
            assert.deepStrictEqual(seen, []);
        });
    }
});
