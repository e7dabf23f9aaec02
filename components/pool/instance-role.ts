import { InstanceProfile, Role, RolePolicy, RolePolicyAttachment } from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";
import { containerInstanceStatements } from "../iam/container-instance";
import { policyDocument, trustPolicy } from "../iam/policy";

/** The role of the instances, and the profile that hands it to them. */
export interface InstanceRole {
    readonly role: Role;
    readonly profileArn: pulumi.Output<string>;
}

/** Creates the instance role: the container agent's grants on one cluster, and the policies that the caller names. */
export function createInstanceRole(
    name: string,
    clusterArn: pulumi.Output<string>,
    policyArns: readonly pulumi.Input<string>[],
    tags: pulumi.Input<{ [key: string]: pulumi.Input<string> }> | undefined,
    opts: pulumi.CustomResourceOptions,
): InstanceRole {
    const role = new Role(`${name}-instance-role`, { assumeRolePolicy: trustPolicy("ec2.amazonaws.com"), tags }, opts);
    const policy = clusterArn.apply((arn) => policyDocument(containerInstanceStatements(arn)));
    const grants: pulumi.CustomResource[] = [
        new RolePolicy(`${name}-instance-policy`, { role: role.id, policy }, opts),
    ];
    policyArns.forEach((policyArn, index) => {
        grants.push(new RolePolicyAttachment(`${name}-instance-policy-${index}`, { role: role.name, policyArn }, opts));
    });
    const profile = new InstanceProfile(`${name}-instance-profile`, { role: role.name, tags }, opts);
    // An instance that starts before its role has the grants fails to register, and the agent gives up.
    const profileArn = pulumi.all([profile.arn, ...grants.map((grant) => grant.id)]).apply(([arn]) => arn as string);
    return { role, profileArn };
}
