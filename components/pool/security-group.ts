import { SecurityGroup } from "@pulumi/aws/ec2";
import { SecurityGroupEgressRule } from "@pulumi/aws/vpc";
import * as pulumi from "@pulumi/pulumi";
import { deployTimeoutMinutes } from "../../contract";
import { replacedIfIncomplete } from "../engine/incomplete-resource";

const everywhere = [
    { family: "ipv4", cidr: { cidrIpv4: "0.0.0.0/0" } },
    { family: "ipv6", cidr: { cidrIpv6: "::/0" } },
];

/** A security group with its rules. */
export interface RuledGroup {
    readonly group: SecurityGroup;
    /** Known once the rules are there, and used up before they go: the agent drains tasks through them. */
    readonly id: pulumi.Output<string>;
}

/**
 * Creates the instances' security group: no ingress, and egress for images, models and the AWS APIs. The rules are
 * resources of their own, so that a stack can add ingress without taking these over.
 */
export function createPoolSecurityGroup(
    name: string,
    vpcId: pulumi.Input<string | undefined>,
    tags: pulumi.Input<{ [key: string]: pulumi.Input<string> }> | undefined,
    opts: pulumi.CustomResourceOptions,
): RuledGroup {
    const group = new SecurityGroup(
        `${name}-security-group`,
        {
            vpcId: vpcId as pulumi.Input<string>,
            description: "Inferentia container instances: no ingress, all egress",
            tags,
        },
        // As long as the group, whose last instances hold it.
        replacedIfIncomplete({ ...opts, customTimeouts: { delete: `${deployTimeoutMinutes}m` } }),
    );
    const rules = everywhere.map(
        ({ family, cidr }) =>
            new SecurityGroupEgressRule(
                `${name}-egress-${family}`,
                { securityGroupId: group.id, ipProtocol: "-1", ...cidr, tags },
                opts,
            ),
    );
    const id = pulumi.all([group.id, ...rules.map((rule) => rule.id)]).apply(([first]) => first as string);
    return { group, id };
}
