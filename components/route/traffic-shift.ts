import { Role, RolePolicy } from "@pulumi/aws/iam";
import type { ListenerRule, TargetGroup } from "@pulumi/aws/lb";
import * as pulumi from "@pulumi/pulumi";
import type { Inputs } from "../engine/before-update";
import { ecsPrincipal, policyDocument, trustPolicy } from "../iam/policy";
import { trafficShiftStatements } from "../iam/traffic-shift";
import { RouteProtocol, type RouteArgs } from "./args";
import { targetTypeOf, type TargetReference } from "./target-reference";

/** The actions of a rule whose traffic ECS shifts: all of it goes to the first of two target groups. */
export function shiftedActions(first: TargetGroup, second: TargetGroup) {
    const targetGroups = [first, second].map(({ arn }, index) => ({ arn, weight: index === 0 ? 100 : 0 }));
    return [{ type: "forward", forward: { targetGroups } }];
}

/** What of a target tells ECS how to shift the traffic. */
export type TrafficShift = Pick<TargetReference, "alternateTargetGroupArn" | "productionListenerRule" | "roleArn">;

/** Lets ECS shift the traffic of a rule between two target groups, with a role that is known once it has its grants. */
export function shiftBetween(
    name: string,
    rule: ListenerRule,
    targetGroups: readonly [TargetGroup, TargetGroup],
    tags: RouteArgs["tags"],
    opts: pulumi.CustomResourceOptions,
): { readonly [Key in keyof TrafficShift]-?: pulumi.Output<string> } {
    const role = new Role(`${name}-shift-role`, { assumeRolePolicy: trustPolicy(ecsPrincipal), tags }, opts);
    const [first, second] = targetGroups;
    const policy = pulumi
        .all([rule.listenerArn, rule.arn, first.arn, second.arn])
        .apply(([listenerArn, ruleArn, ...targetGroupArns]) =>
            policyDocument(trafficShiftStatements({ listenerArn, ruleArn, targetGroupArns })),
        );
    const grant = new RolePolicy(`${name}-shift-policy`, { role: role.id, policy }, opts);
    return {
        alternateTargetGroupArn: second.arn,
        productionListenerRule: rule.arn,
        roleArn: pulumi.all([role.arn, grant.id]).apply(([arn]) => arn),
    };
}

/** Refuses a change of what the rule of a route forwards to: the rule stays as ECS left it. */
export function refuseOtherTargetGroups(route: string, oldInputs: Inputs, newInputs: Inputs): void {
    const [before, now] = [oldInputs, newInputs].map(targetGroupsOf) as [TargetGroups, TargetGroups];
    const changed = Object.keys(before).filter((name) => before[name] !== now[name]);
    const isShifted = before["alternateTargetGroup"] === true || now["alternateTargetGroup"] === true;
    if (isShifted && changed.length > 0) {
        throw new Error(
            `Route ${JSON.stringify(route)} changes ${changed.join(" and ")}, which needs other target groups, but ` +
                "its rule keeps those that it has, as ECS shifts the traffic between them; make a route of another " +
                "name in its place",
        );
    }
}

type TargetGroups = Readonly<Record<string, unknown>>;

function targetGroupsOf(inputs: Inputs): TargetGroups {
    const { alternateTargetGroup = false, protocol = RouteProtocol.Http, task } = inputs;
    const networkMode = (task as { networkMode?: string } | undefined)?.networkMode;
    return { alternateTargetGroup, protocol, "task.networkMode": targetTypeOf(networkMode) };
}
