import { getVpc } from "@pulumi/aws/ec2";
import * as pulumi from "@pulumi/pulumi";
import { lookupFailure } from "../lookup/failure";
import { lookup, type Lookup } from "../engine/lookup";
import type { InferentiaClusterArgs } from "./args";
import { refusal, type Asking } from "./refusal";
import { checkSubnets, subnetsWhere, zonesWith } from "./zones";

/** The VPC of the instances: the given one, or else the account's default VPC; undefined where subnets tell it. */
export function vpcOf(args: InferentiaClusterArgs, gate: Promise<unknown>, asking: Asking): Lookup<string | undefined> {
    return lookup(args.vpcId, async (given) =>
        given !== undefined || args.subnetIds !== undefined ? given : await gate.then(() => defaultVpc(asking)),
    );
}

/** The given subnets, once they are seen to have the types; or the default ones of the VPC that have them. */
export function subnetsOf(
    args: InferentiaClusterArgs,
    vpc: Lookup<string | undefined>,
    instanceTypes: pulumi.Output<string[]>,
    gate: Promise<unknown>,
    asking: Asking,
): Lookup<string[]> {
    const { subnetIds } = args;
    if (subnetIds !== undefined) {
        return lookup(pulumi.all([subnetIds, instanceTypes]), async ([ids, types]) => {
            await gate;
            await checkSubnets(ids, types, asking);
            return ids;
        });
    }
    return lookup(pulumi.all([vpc.value, instanceTypes]), async ([vpcId, types]) => [
        ...(await defaultSubnets(vpcId as string, types, asking)),
    ]);
}

async function defaultVpc(asking: Asking): Promise<string> {
    const { id } = await getVpc({ default: true }, asking.opts).catch((error: unknown) => {
        const isMissing = /no matching EC2 VPC/i.test(String(error));
        const reason = isMissing
            ? "the account has no default VPC in the region; give vpcId and subnetIds"
            : `the default VPC cannot be looked up: ${lookupFailure(error)}`;
        throw refusal(asking, "vpcId", `is missing, and ${reason}`);
    });
    return id;
}

async function defaultSubnets(vpcId: string, types: readonly string[], asking: Asking): Promise<readonly string[]> {
    const zones = await zonesWith(types, asking);
    const ofVpc = [
        { name: "vpc-id", values: [vpcId] },
        { name: "default-for-az", values: ["true"] },
    ];
    const ids = await subnetsWhere([...ofVpc, { name: "availability-zone", values: [...zones] }], asking);
    if (ids.length === 0) {
        throw refusal(
            asking,
            "subnetIds",
            `is missing, and the default VPC ${vpcId} has no default subnet in an Availability Zone with ` +
                `${types.join(", ")} (${zones.join(", ")}); give vpcId and subnetIds`,
        );
    }
    return ids;
}
