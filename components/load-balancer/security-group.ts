import { SecurityGroup } from "@pulumi/aws/ec2";
import { SecurityGroupIngressRule } from "@pulumi/aws/vpc";
import * as pulumi from "@pulumi/pulumi";
import { replacedIfIncomplete } from "../engine/incomplete-resource";
import type { LoadBalancerArgs } from "./args";

/** Creates the security group of a load balancer. Its rules are resources of their own, as those of routes are. */
export function createBalancerSecurityGroup(
    name: string,
    vpcId: pulumi.Input<string | undefined>,
    tags: LoadBalancerArgs["tags"],
    opts: pulumi.CustomResourceOptions,
): SecurityGroup {
    const description = "Load balancer: ingress to its listeners, egress to the targets of its routes";
    return new SecurityGroup(
        `${name}-balancer-group`,
        { vpcId: vpcId as pulumi.Input<string>, description, tags },
        replacedIfIncomplete(opts),
    );
}

/** The rules of a load balancer's security group that let address ranges reach a port, one for each. */
export function createClientRules(
    name: string,
    group: { readonly id: pulumi.Input<string>; readonly port: number },
    cidrBlocks: readonly pulumi.Input<string>[],
    tags: LoadBalancerArgs["tags"],
    opts: pulumi.CustomResourceOptions,
): readonly SecurityGroupIngressRule[] {
    return cidrBlocks.map((block, index) => {
        // By its range, so that the others stay where one is taken away.
        const label = typeof block === "string" ? block.replace(/[^\w.]/g, "-") : String(index);
        const ofFamily = (isIpv6: boolean) =>
            pulumi.output(block).apply((range) => (range.includes(":") === isIpv6 ? range : undefined)) as never;
        return new SecurityGroupIngressRule(
            `${name}-${group.port}-from-${label}`,
            {
                securityGroupId: group.id,
                ipProtocol: "tcp",
                fromPort: group.port,
                toPort: group.port,
                cidrIpv4: ofFamily(false),
                cidrIpv6: ofFamily(true),
                tags,
            },
            opts,
        );
    });
}
