import { SecurityGroupEgressRule, SecurityGroupIngressRule } from "@pulumi/aws/vpc";
import type * as pulumi from "@pulumi/pulumi";
import { ofRunningStack } from "../engine/running-stack";
import type { PortRange } from "./routed-ports";

/** What may reach what, once it is known. */
export interface TargetTraffic {
    readonly from: Group;
    readonly to: Group;
    readonly ranges: readonly PortRange[];
    /** Whether the load balancer's security group needs rules for its egress: it is the component's then. */
    readonly needsEgress: boolean;
}

/** A security group, by what stands for it in the names of rules. */
interface Group {
    readonly label: string;
    readonly id: pulumi.Input<string>;
}

type Rule = SecurityGroupEgressRule | SecurityGroupIngressRule;

/** The rules of the program that is running, by their names. */
const rules = ofRunningStack(() => new Map<string, Rule>());

/**
 * Lets a load balancer reach its targets. EC2 takes each rule once, though several routes need it: the first creates
 * it, and as its name says nothing of the route, it stays the same resource where that route goes and another stays.
 *
 * @returns The ids of the rules.
 */
export function createTargetRules(
    { from, to, ranges, needsEgress }: TargetTraffic,
    tags: pulumi.Input<{ [key: string]: pulumi.Input<string> }> | undefined,
    opts: pulumi.CustomResourceOptions,
): readonly pulumi.Output<string>[] {
    const known = rules();
    const rule = (name: string, create: (name: string) => Rule): pulumi.Output<string> => {
        const one = known.get(name) ?? create(name);
        known.set(name, one);
        return one.id;
    };
    return ranges.flatMap((range) => {
        const ports = range.from === range.to ? String(range.from) : `${range.from}-${range.to}`;
        const name = `${from.label}-to-${to.label}-${ports}`;
        const traffic = { ipProtocol: "tcp", fromPort: range.from, toPort: range.to, tags };
        const ingress = { ...traffic, securityGroupId: to.id, referencedSecurityGroupId: from.id };
        const egress = { ...traffic, securityGroupId: from.id, referencedSecurityGroupId: to.id };
        return [
            rule(`${name}-ingress`, (one) => new SecurityGroupIngressRule(one, ingress, opts)),
            ...(needsEgress ? [rule(`${name}-egress`, (one) => new SecurityGroupEgressRule(one, egress, opts))] : []),
        ];
    });
}
