import assert from "node:assert/strict";
import { children, register, type Registered } from "../../../components/mocked-engine";
import { planSubnets } from "../../../../emulation/providers/awsx/subnet-layout";
import { Vpc } from "../../../../emulation/providers/awsx/vpc";
import { parseVpcArgs } from "../../../../emulation/providers/awsx/vpc-args";

const zones = ["us-east-1a", "us-east-1b"];

async function registeredFor(inputs: Record<string, unknown>): Promise<{ resources: readonly Registered[]; vpc: Vpc }> {
    const { args, failures } = parseVpcArgs(inputs);
    assert.deepStrictEqual(failures, []);
    let vpc: Vpc | undefined;
    const registered = await register(() => {
        vpc = new Vpc(
            "net",
            args,
            planSubnets("net", args.cidrBlock, zones, args.subnetSpecs, args.subnetStrategy),
            {},
        );
    });
    assert.ok(vpc);
    return { resources: children(registered).filter(({ type }) => type !== "awsx:ec2:Vpc"), vpc };
}

function short({ type, name, inputs }: Registered): unknown[] {
    return [type.split(":").pop(), name, inputs];
}

describe("awsx.ec2.Vpc", () => {
    it("registers a network, and in each zone what its kind of subnets needs", async () => {
        const { resources } = await registeredFor({
            natGateways: { strategy: "Single" },
            tags: { team: "ml" },
            enableDnsHostnames: true,
        });
        const subnet = (name: string, kind: string, zone: string, cidrBlock: string): unknown[][] => {
            const tags = { Name: name, SubnetType: kind, team: "ml" };
            const target = kind === "Public" ? { gatewayId: "net-id" } : { natGatewayId: "net-1-id" };
            return [
                ["Route", name, { routeTableId: `${name}-id`, destinationCidrBlock: "0.0.0.0/0", ...target }],
                ["RouteTable", name, { vpcId: "net-id", tags }],
                ["RouteTableAssociation", name, { routeTableId: `${name}-id`, subnetId: `${name}-id` }],
                [
                    "Subnet",
                    name,
                    {
                        vpcId: "net-id",
                        availabilityZone: zone,
                        cidrBlock,
                        mapPublicIpOnLaunch: kind === "Public",
                        tags,
                    },
                ],
            ];
        };
        const tags = { Name: "net", team: "ml" };
        assert.deepStrictEqual(resources.map(short), [
            ["InternetGateway", "net", { vpcId: "net-id", tags }],
            ["Vpc", "net", { cidrBlock: "10.0.0.0/16", enableDnsHostnames: true, tags }],
            ["Eip", "net-1", { tags: { Name: "net-1", team: "ml" } }],
            ["NatGateway", "net-1", { subnetId: "net-public-1-id", tags: { Name: "net-1", team: "ml" } }],
            ...subnet("net-private-1", "Private", "us-east-1a", "10.0.0.0/18"),
            ...subnet("net-private-2", "Private", "us-east-1b", "10.0.128.0/18"),
            ...subnet("net-public-1", "Public", "us-east-1a", "10.0.64.0/19"),
            ...subnet("net-public-2", "Public", "us-east-1b", "10.0.192.0/19"),
        ]);
    });

    const gateways = (resources: readonly Registered[]): unknown[] =>
        resources
            .filter(
                ({ type, name }) =>
                    type.endsWith(":NatGateway") || (type.endsWith(":Route") && name.includes("private")),
            )
            .map(({ name, inputs }) => [name, inputs["subnetId"] ?? inputs["natGatewayId"]]);

    it("leads each zone's private subnet through a NAT gateway of its own by default", async () => {
        const { resources } = await registeredFor({});
        assert.deepStrictEqual(gateways(resources), [
            ["net-1", "net-public-1-id"],
            ["net-2", "net-public-2-id"],
            ["net-private-1", "net-1-id"],
            ["net-private-2", "net-2-id"],
        ]);
    });

    it("leads private subnets nowhere without NAT gateways", async () => {
        const { resources } = await registeredFor({ natGateways: { strategy: "None" } });
        assert.deepStrictEqual(gateways(resources), []);
    });

    it("creates no subnet for what is to stay unused, and no route for what is isolated", async () => {
        const subnetSpecs = [{ type: "Isolated", tags: { tier: "db", SubnetType: "own" } }, { type: "Unused" }];
        const { resources } = await registeredFor({ subnetSpecs, subnetStrategy: "Auto" });
        assert.deepStrictEqual(
            resources
                .filter(({ type }) => /:(Subnet|Route)$/.test(type))
                .map(({ name, inputs }) => [name, inputs["tags"]]),
            [1, 2].map((zone) => [
                `net-isolated-${zone}`,
                { Name: `net-isolated-${zone}`, SubnetType: "Isolated", tier: "db" },
            ]),
        );
    });

    it("answers awsx's outputs", async () => {
        const { vpc } = await registeredFor({
            subnetSpecs: [
                { type: "Public", cidrMask: 24 },
                { type: "Isolated", name: "db" },
            ],
            subnetStrategy: "Auto",
        });
        assert.deepStrictEqual(Object.keys(vpc.state).sort(), [
            "eips",
            "internetGateway",
            "isolatedSubnetIds",
            "isolatedSubnets",
            "natGateways",
            "privateSubnetIds",
            "privateSubnets",
            "publicSubnetIds",
            "publicSubnets",
            "routeTableAssociations",
            "routeTables",
            "routes",
            "subnetLayout",
            "subnets",
            "vpc",
            "vpcEndpoints",
            "vpcId",
        ]);
        assert.deepStrictEqual(vpc.state["subnetLayout"], [
            { cidrMask: 24, name: "net-public", size: 256, type: "Public" },
            { cidrMask: 18, name: "net-db", size: 16384, type: "Isolated" },
        ]);
        assert.deepStrictEqual(await idsOf(vpc.state["publicSubnetIds"]), ["net-public-1-id", "net-public-2-id"]);
        assert.deepStrictEqual(await idsOf(vpc.state["isolatedSubnetIds"]), ["net-db-1-id", "net-db-2-id"]);
        assert.deepStrictEqual(await idsOf(vpc.state["privateSubnetIds"]), []);
    });
});

function idsOf(ids: unknown): Promise<string[]> {
    const outputs = ids as { promise(): Promise<string> }[];
    return Promise.all(outputs.map((one) => one.promise()));
}
