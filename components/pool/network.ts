import type { SecurityGroup } from "@pulumi/aws/ec2";
import * as pulumi from "@pulumi/pulumi";
import { after } from "../engine/lookup";
import type { Lookups } from "../lookup/lookups";
import type { ClusterPool, InstanceNetwork } from "./args";
import { createPoolSecurityGroup } from "./security-group";
import { vpcOf } from "./vpc";

/** The VPC and the security groups of instances. */
export interface Network {
    readonly vpcId: pulumi.Output<string | undefined>;
    /** The security group that was created; undefined where own ones are given. */
    readonly securityGroup: SecurityGroup | undefined;
    readonly securityGroupIds: pulumi.Output<string[]>;
}

/**
 * Takes the given network, or the default VPC and a security group of its own in it.
 *
 * @param parent Of the security group.
 * @param found What must be found before it is created.
 */
export function instanceNetworkOf(
    name: string,
    args: InstanceNetwork & Pick<ClusterPool, "tags">,
    lookups: Lookups,
    parent: pulumi.Resource,
    ...found: readonly unknown[]
): Network {
    const vpcId = vpcOf(args, lookups);
    if (args.securityGroupIds !== undefined) {
        return { vpcId, securityGroup: undefined, securityGroupIds: pulumi.output(args.securityGroupIds) };
    }
    const opts = { parent, dependsOn: after(lookups.ready, vpcId, ...found) };
    const { group: securityGroup, id } = createPoolSecurityGroup(name, vpcId, args.tags, opts);
    return { vpcId, securityGroup, securityGroupIds: pulumi.output([id]) };
}
