import assert from "node:assert/strict";
import { output } from "@pulumi/pulumi";
import { parseVpcArgs } from "../../../../emulation/providers/awsx/vpc-args";

const served =
    "availabilityZoneNames, cidrBlock, natGateways, numberOfAvailabilityZones, subnetSpecs, subnetStrategy, " +
    "enableDnsHostnames, enableDnsSupport, tags";

const defaults = {
    cidrBlock: "10.0.0.0/16",
    zones: 3,
    natStrategy: "OnePerAz",
    subnetSpecs: undefined,
    subnetStrategy: "Legacy",
    enableDnsHostnames: undefined,
    enableDnsSupport: undefined,
    tags: undefined,
};

type Failure = readonly [propertyPath: string, reason: string];

function failuresOf(inputs: Record<string, unknown>): Failure[] {
    return parseVpcArgs(inputs).failures.map(({ propertyPath, reason }) => [propertyPath, reason] as const);
}

describe("the inputs of awsx.ec2.Vpc", () => {
    it("have awsx's defaults", () => {
        assert.deepStrictEqual(parseVpcArgs({}), { args: defaults, failures: [] });
    });

    it("are taken as given", () => {
        const tags = output({ a: "1" });
        const inputs = {
            availabilityZoneNames: ["us-west-2a"],
            cidrBlock: "10.1.0.0/16",
            enableDnsHostnames: true,
            natGateways: { strategy: "Single" },
            subnetSpecs: [
                { type: "Public", size: 256 },
                { type: "Private", name: "model", cidrMask: 20, tags: { b: "2" } },
            ],
            subnetStrategy: "Auto",
            tags,
        };
        assert.deepStrictEqual(parseVpcArgs(inputs), {
            args: {
                ...defaults,
                cidrBlock: "10.1.0.0/16",
                enableDnsHostnames: true,
                natStrategy: "Single",
                subnetSpecs: [
                    { type: "Public", name: undefined, cidrMask: 24, cidrBlocks: undefined, tags: undefined },
                    { type: "Private", name: "model", cidrMask: 20, cidrBlocks: undefined, tags: { b: "2" } },
                ],
                subnetStrategy: "Auto",
                tags,
                zones: ["us-west-2a"],
            },
            failures: [],
        });
    });

    it("need no NAT gateway by default unless there are private and public subnets", () => {
        assert.equal(parseVpcArgs({ subnetSpecs: [{ type: "Public" }] }).args.natStrategy, "None");
        assert.equal(
            parseVpcArgs({ subnetSpecs: [{ type: "Public" }, { type: "Private" }] }).args.natStrategy,
            "OnePerAz",
        );
    });

    const cases: readonly [title: string, inputs: Record<string, unknown>, failures: readonly Failure[]][] = [
        [
            "inputs that are not served, all at once",
            { ipv4IpamPoolId: "pool", vpcEndpointSpecs: [] },
            [
                ["ipv4IpamPoolId", `is not served by this stand-in of awsx; served are ${served}`],
                ["vpcEndpointSpecs", `is not served by this stand-in of awsx; served are ${served}`],
            ],
        ],
        [
            "an output where the layout must be known",
            { cidrBlock: output("10.0.0.0/16") },
            [
                [
                    "cidrBlock",
                    "must be known when the VPC is declared: it is the output of another resource, or a secret",
                ],
            ],
        ],
        [
            "zones by name and by number",
            { availabilityZoneNames: ["a"], numberOfAvailabilityZones: 1 },
            [["numberOfAvailabilityZones", "is given together with availabilityZoneNames; give one of them"]],
        ],
        [
            "no zones by name",
            { availabilityZoneNames: [] },
            [["availabilityZoneNames", "must come to at least one zone"]],
        ],
        [
            "no zones by number",
            { numberOfAvailabilityZones: 0 },
            [["numberOfAvailabilityZones", "must come to at least one zone"]],
        ],
        [
            "a layout that is not served",
            { subnetStrategy: "AutoMerge" },
            [["subnetStrategy", '"AutoMerge" is not served; it must be one of Auto, Exact, Legacy']],
        ],
        [
            "a kind of subnet that is none",
            { subnetSpecs: [{ type: "public" }], natGateways: { strategy: "None" } },
            [["subnetSpecs[0].type", '"public" is not served; it must be one of Isolated, Private, Public, Unused']],
        ],
        [
            "a key of a subnet that is not served",
            { subnetSpecs: [{ type: "Public", assignIpv6AddressOnCreation: true }] },
            [
                [
                    "subnetSpecs[0].assignIpv6AddressOnCreation",
                    "is not served by this stand-in of awsx; served are cidrBlocks, cidrMask, name, size, tags, type",
                ],
            ],
        ],
        [
            "a size that is no power of two",
            { subnetSpecs: [{ type: "Public", size: 250 }] },
            [["subnetSpecs[0].size", "is 250; a subnet's size is a power of two"]],
        ],
        [
            "a size and a mask that contradict each other",
            { subnetSpecs: [{ type: "Public", size: 256, cidrMask: 25 }] },
            [["subnetSpecs[0].size", "is 256, and cidrMask is 25: they contradict each other; give one of them"]],
        ],
        [
            "more ranges than zones",
            {
                numberOfAvailabilityZones: 1,
                subnetSpecs: [{ type: "Public", cidrBlocks: ["10.0.0.0/24", "10.0.1.0/24"] }],
            },
            [["subnetSpecs[0].cidrBlocks", "has 2 ranges; one for each of the 1 zones is required"]],
        ],
        [
            "ranges for some subnets only",
            {
                numberOfAvailabilityZones: 1,
                subnetSpecs: [{ type: "Public", cidrBlocks: ["10.0.0.0/24"] }, { type: "Private" }],
            },
            [["subnetSpecs", "has cidrBlocks on some subnets and not on others; give them on all or on none"]],
        ],
        [
            "a NAT gateway without a public subnet",
            { subnetSpecs: [{ type: "Private" }], natGateways: { strategy: "Single" } },
            [
                [
                    "natGateways.strategy",
                    "is Single, which requires a public subnet for the gateway: add one, or use None",
                ],
            ],
        ],
        [
            "a NAT gateway strategy that is none, and addresses of one's own",
            { natGateways: { strategy: "Double", elasticIpAllocationIds: ["eipalloc-1"] } },
            [
                ["natGateways.elasticIpAllocationIds", "is not served by this stand-in of awsx; served is strategy"],
                ["natGateways.strategy", '"Double" is not served; it must be one of None, OnePerAz, Single'],
            ],
        ],
    ];
    for (const [title, inputs, failures] of cases) {
        it(`are refused for ${title}`, () => {
            assert.deepStrictEqual(failuresOf(inputs), failures);
        });
    }
});
