import assert from "node:assert/strict";
import { planSubnets, type SubnetSpec, type SubnetStrategy } from "../../../../emulation/providers/awsx/subnet-layout";

function layout(cidr: string, zones: number, specs?: SubnetSpec[], strategy: SubnetStrategy = "Legacy"): string[] {
    const names = Array.from({ length: zones }, (_, index) => `zone-${index}`);
    return planSubnets("vpc", cidr, names, specs, strategy).map(
        ({ name, type, zone, cidrBlock }) => `${name} ${type} ${zone} ${cidrBlock}`,
    );
}

const publicSpec = { type: "Public" } as const;
const privateSpec = { type: "Private" } as const;

describe("the subnets of a VPC", () => {
    it("are a large private and a smaller public one in each zone, in the range's even parts", () => {
        assert.deepStrictEqual(layout("10.0.0.0/16", 3), [
            "vpc-private-1 Private zone-0 10.0.0.0/19",
            "vpc-public-1 Public zone-0 10.0.32.0/20",
            "vpc-private-2 Private zone-1 10.0.64.0/19",
            "vpc-public-2 Public zone-1 10.0.96.0/20",
            "vpc-private-3 Private zone-2 10.0.128.0/19",
            "vpc-public-3 Public zone-2 10.0.160.0/20",
        ]);
    });

    it("leave what lies beyond a /16 in each zone to the program", () => {
        assert.deepStrictEqual(layout("10.0.0.0/8", 1), [
            "vpc-private-1 Private zone-0 10.0.0.0/17",
            "vpc-public-1 Public zone-0 10.0.128.0/18",
        ]);
    });

    it("take the program's order and even shares with the strategy Auto", () => {
        assert.deepStrictEqual(
            layout("10.0.0.0/16", 2, [publicSpec, { type: "Isolated", name: "db" }, privateSpec], "Auto"),
            [
                "vpc-public-1 Public zone-0 10.0.0.0/19",
                "vpc-db-1 Isolated zone-0 10.0.32.0/19",
                "vpc-private-1 Private zone-0 10.0.64.0/19",
                "vpc-public-2 Public zone-1 10.0.128.0/19",
                "vpc-db-2 Isolated zone-1 10.0.160.0/19",
                "vpc-private-2 Private zone-1 10.0.192.0/19",
            ],
        );
    });

    it("stand in the order private, public, isolated with the strategy Legacy", () => {
        assert.deepStrictEqual(layout("10.0.0.0/16", 1, [{ type: "Isolated" }, publicSpec, privateSpec]), [
            "vpc-private-1 Private zone-0 10.0.0.0/19",
            "vpc-public-1 Public zone-0 10.0.32.0/20",
            "vpc-isolated-1 Isolated zone-0 10.0.48.0/24",
        ]);
    });

    it("skip what does not fit before the next subnet of another size", () => {
        assert.deepStrictEqual(
            layout(
                "10.0.0.0/16",
                1,
                [
                    { ...publicSpec, cidrMask: 24 },
                    { ...privateSpec, cidrMask: 20 },
                ],
                "Auto",
            ),
            ["vpc-public-1 Public zone-0 10.0.0.0/24", "vpc-private-1 Private zone-0 10.0.16.0/20"],
        );
    });

    it("are where the program says", () => {
        assert.deepStrictEqual(
            layout("10.0.0.0/16", 2, [{ ...publicSpec, cidrBlocks: ["10.0.0.0/24", "10.0.9.0/24"] }], "Auto"),
            ["vpc-public-1 Public zone-0 10.0.0.0/24", "vpc-public-2 Public zone-1 10.0.9.0/24"],
        );
    });

    it("fill the range with the strategy Exact", () => {
        const specs: SubnetSpec[] = [
            { ...privateSpec, cidrMask: 17 },
            { ...publicSpec, cidrMask: 18 },
            { type: "Unused", cidrMask: 18 },
        ];
        assert.deepStrictEqual(layout("10.0.0.0/16", 1, specs, "Exact"), [
            "vpc-private-1 Private zone-0 10.0.0.0/17",
            "vpc-public-1 Public zone-0 10.0.128.0/18",
            "vpc-unused-1 Unused zone-0 10.0.192.0/18",
        ]);
    });

    const wrong: readonly [title: string, run: () => unknown, message: string][] = [
        [
            "a range that is none",
            () => layout("10.0.0.0", 1),
            '"10.0.0.0" is no IPv4 network; required is <first address>/<bits>, as 10.0.0.0/16',
        ],
        [
            "a range that does not begin where it should",
            () => layout("10.0.0.1/16", 1),
            '"10.0.0.1/16" is no IPv4 network; required is <first address>/<bits>, as 10.0.0.0/16',
        ],
        [
            "a range that is too small for the default subnets",
            () => layout("10.0.0.0/26", 2),
            "the default subnets need at least a /26 in each zone, and there is only a /27: widen cidrBlock or " +
                "give subnetSpecs",
        ],
        [
            "subnets that do not fit into the range",
            () => layout("10.0.0.0/24", 1, [publicSpec, { ...privateSpec, cidrMask: 24 }], "Auto"),
            "subnet vpc-private-1 (10.0.1.0/24) does not fit into the VPC's 10.0.0.0/24",
        ],
        [
            "subnets that do not fit into their zone",
            () =>
                layout(
                    "10.0.0.0/16",
                    2,
                    [
                        { ...publicSpec, cidrMask: 17 },
                        { ...privateSpec, cidrMask: 17 },
                    ],
                    "Auto",
                ),
            "subnets vpc-private-1 (10.0.128.0/17) and vpc-public-2 (10.0.128.0/17) overlap",
        ],
        [
            "a gap before a subnet with the strategy Exact",
            () =>
                layout(
                    "10.0.0.0/16",
                    1,
                    [
                        { ...publicSpec, cidrMask: 18 },
                        { ...privateSpec, cidrMask: 17 },
                    ],
                    "Exact",
                ),
            "there is a gap before subnet vpc-private-1 (10.0.128.0/17): the strategy Exact needs a spec of type " +
                "Unused for it",
        ],
        [
            "a gap after the last subnet with the strategy Exact",
            () => layout("10.0.0.0/16", 1, [{ ...publicSpec, cidrMask: 18 }], "Exact"),
            "there is a gap after the last subnet: the strategy Exact needs a spec of type Unused for it",
        ],
    ];
    for (const [title, run, message] of wrong) {
        it(`refuse ${title}`, () => {
            assert.throws(run, { name: "RangeError", message });
        });
    }
});
