import { endOf, formatNetwork, type Network, nextNetwork, overlap, parseNetwork, sizeOf } from "./network";

export type SubnetType = "Isolated" | "Private" | "Public" | "Unused";
export type SubnetStrategy = "Auto" | "Exact" | "Legacy";

/** What stands for one subnet in each zone. */
export interface SubnetSpec {
    readonly type: SubnetType;
    readonly name?: string | undefined;
    readonly cidrMask?: number | undefined;
    readonly cidrBlocks?: readonly string[] | undefined;
    readonly tags?: unknown;
}

export interface PlannedSubnet {
    readonly name: string;
    readonly type: SubnetType;
    readonly zone: string;
    /** The zone's place in the list of zones, from 0. */
    readonly zoneIndex: number;
    readonly cidrBlock: string;
    readonly tags?: unknown;
}

/**
 * Divides a VPC's range into subnets as awsx does: evenly among the zones (as many parts as the next power of two), and
 * in each zone one subnet after the other.
 *
 * @throws when they do not fit, overlap or, with the strategy `Exact`, leave a gap.
 */
export function planSubnets(
    vpcName: string,
    cidrBlock: string,
    zones: readonly string[],
    specs: readonly SubnetSpec[] | undefined,
    strategy: SubnetStrategy,
): PlannedSubnet[] {
    const vpc = parseNetwork(cidrBlock);
    const zoneBits = vpc.bits + Math.ceil(Math.log2(zones.length));
    const inZone = ordered(specs ?? defaultSpecs(zoneBits), strategy);
    const masks = inZone.map((spec) => spec.cidrMask ?? defaultMask(spec, inZone.length, zoneBits, strategy));
    const planned = zones.flatMap((zone, zoneIndex) => {
        const start = vpc.base + zoneIndex * sizeOf(zoneBits);
        const networks = inZone.some((spec) => spec.cidrBlocks !== undefined)
            ? inZone.map((spec) => parseNetwork(spec.cidrBlocks?.[zoneIndex] ?? ""))
            : oneAfterTheOther(start, masks);
        return inZone.map((spec, index) => {
            const network = networks[index] ?? vpc;
            const name = `${vpcName}-${spec.name ?? spec.type.toLowerCase()}-${zoneIndex + 1}`;
            return {
                subnet: { name, type: spec.type, zone, zoneIndex, cidrBlock: formatNetwork(network), tags: spec.tags },
                network,
            };
        });
    });
    refuseMisfits(vpc, planned, strategy);
    return planned.map(({ subnet }) => subnet);
}

function defaultSpecs(zoneBits: number): SubnetSpec[] {
    if (zoneBits > 26) {
        throw new RangeError(
            `the default subnets need at least a /26 in each zone, and there is only a /${zoneBits}: widen ` +
                "cidrBlock or give subnetSpecs",
        );
    }
    // awsx leaves the rest of a range beyond /16 to the program.
    const bits = Math.max(zoneBits, 16);
    return [
        { type: "Private", cidrMask: bits + 1 },
        { type: "Public", cidrMask: bits + 2 },
    ];
}

const legacyOrder: readonly SubnetType[] = ["Private", "Public", "Isolated"];
const legacyMasks: Readonly<Record<string, number>> = { Private: 19, Public: 20, Isolated: 24 };

function ordered(specs: readonly SubnetSpec[], strategy: SubnetStrategy): SubnetSpec[] {
    return strategy === "Legacy"
        ? legacyOrder.flatMap((type) => specs.filter((spec) => spec.type === type))
        : [...specs];
}

function defaultMask(spec: SubnetSpec, count: number, zoneBits: number, strategy: SubnetStrategy): number {
    return strategy === "Legacy"
        ? Math.max(zoneBits + (count === 1 ? 0 : 1), legacyMasks[spec.type] ?? 0)
        : zoneBits + Math.ceil(Math.log2(count));
}

function oneAfterTheOther(start: number, masks: readonly number[]): Network[] {
    let from = start;
    return masks.map((bits) => {
        const network = nextNetwork(from, bits);
        from = endOf(network);
        return network;
    });
}

interface Planned {
    readonly subnet: PlannedSubnet;
    readonly network: Network;
}

function refuseMisfits(vpc: Network, planned: readonly Planned[], strategy: SubnetStrategy): void {
    let covered = vpc.base;
    for (const [index, { subnet, network }] of planned.entries()) {
        if (network.base < vpc.base || endOf(network) > endOf(vpc)) {
            throw new RangeError(
                `subnet ${subnet.name} (${subnet.cidrBlock}) does not fit into the VPC's ${formatNetwork(vpc)}`,
            );
        }
        const other = planned.slice(0, index).find((earlier) => overlap(earlier.network, network));
        if (other !== undefined) {
            throw new RangeError(
                `subnets ${other.subnet.name} (${other.subnet.cidrBlock}) and ${subnet.name} (${subnet.cidrBlock}) ` +
                    "overlap",
            );
        }
        if (strategy === "Exact" && network.base !== covered) {
            throw new RangeError(
                `there is a gap before subnet ${subnet.name} (${subnet.cidrBlock}): the strategy Exact needs a ` +
                    "spec of type Unused for it",
            );
        }
        covered = endOf(network);
    }
    if (strategy === "Exact" && covered !== endOf(vpc)) {
        throw new RangeError(
            "there is a gap after the last subnet: the strategy Exact needs a spec of type Unused for it",
        );
    }
}
