import { getPartitionOutput } from "@pulumi/aws/getPartition";
import { InstanceProfile, Role, RolePolicy, RolePolicyAttachment } from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";
import { replacedIfIncomplete } from "../engine/incomplete-resource";
import { containerInstanceStatements } from "../iam/container-instance";
import { ec2Principal, policyDocument, trustPolicy } from "../iam/policy";
import { roleNameOf } from "../iam/role";
import { imagePullStatements } from "../iam/task";
import { ecrImages } from "../launch-template/pre-pull";
import type { ClusterPool } from "./args";

type InstanceRoleArgs = ClusterPool & { readonly clusterArn: pulumi.Input<string> };

/** The role of the instances, and the profile that hands it to them. Those that were given are undefined. */
export interface InstanceRole {
    readonly role?: Role | undefined;
    readonly profile?: InstanceProfile | undefined;
    /** The ARN of the role, and its name; undefined where a profile was given. */
    readonly roleArn?: pulumi.Output<string> | undefined;
    readonly roleName?: pulumi.Output<string> | undefined;
    /** Known once the role has its grants: an agent that starts before fails to register, and gives up. */
    readonly profileArn: pulumi.Output<string>;
}

/** Takes the given profile, creates one for the given role, or creates a role too. */
export function instanceRole(name: string, args: InstanceRoleArgs, opts: pulumi.CustomResourceOptions): InstanceRole {
    const { instanceProfileArn, instanceRoleArn, tags } = args;
    if (instanceProfileArn !== undefined) {
        return { profileArn: pulumi.output(instanceProfileArn) };
    }
    if (instanceRoleArn !== undefined) {
        const roleArn = pulumi.output(instanceRoleArn);
        const role = roleArn.apply(roleNameOf);
        const profile = new InstanceProfile(`${name}-instance-profile`, { role, tags }, replacedIfIncomplete(opts));
        return { profile, roleArn, roleName: role, profileArn: profile.arn };
    }
    return createdRole(name, args, opts);
}

function createdRole(name: string, args: InstanceRoleArgs, opts: pulumi.CustomResourceOptions): InstanceRole {
    const { clusterArn, instanceRolePolicyArns = [], permissionsBoundary, prePull = [], tags } = args;
    const { dnsSuffix, partition } = getPartitionOutput({}, { parent: opts.parent as pulumi.Resource });
    const assumeRolePolicy = dnsSuffix.apply((suffix) => trustPolicy(ec2Principal(suffix)));
    const role = new Role(`${name}-instance-role`, { assumeRolePolicy, permissionsBoundary, tags }, opts);
    const policy = pulumi.all([clusterArn, partition, prePull]).apply(([arn, within, images]) => {
        const pulled = ecrImages(images);
        const pulls = pulled.length === 0 ? [] : imagePullStatements(pulled, { partition: within });
        return policyDocument([...containerInstanceStatements(arn), ...pulls]);
    });
    const grants = [
        new RolePolicy(`${name}-instance-policy`, { role: role.id, policy }, opts),
        ...instanceRolePolicyArns.map(
            (policyArn, index) =>
                new RolePolicyAttachment(`${name}-instance-policy-${index}`, { role: role.name, policyArn }, opts),
        ),
    ];
    const profile = new InstanceProfile(
        `${name}-instance-profile`,
        { role: role.name, tags },
        replacedIfIncomplete(opts),
    );
    const profileArn = pulumi.all([profile.arn, ...grants.map((grant) => grant.id)]).apply(([arn]) => arn as string);
    return { role, profile, roleArn: role.arn, roleName: role.name, profileArn };
}
