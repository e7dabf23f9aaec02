import type { Inputs } from "../engine/before-update";
import { InvalidArgumentsError } from "../validation/invalid-arguments-error";
import { memberPath } from "../validation/shape";
import { InstanceRefresh } from "./args";

/** What a component creates unless an argument gives one of the program's own, and why it may not just go. */
const created: Readonly<Record<string, string>> = {
    securityGroupIds: "the security group that was created until now, which running instances keep",
    instanceProfileArn:
        "the profile and role that were created until now, by which running instances are in the cluster",
    instanceRoleArn: "the role that was created until now, by which running instances are in the cluster",
};
const roles: readonly string[] = ["instanceProfileArn", "instanceRoleArn"];

/**
 * Refuses an update that goes over to a security group or a role of one's own, and so deletes what running instances
 * use, unless their refresh replaces them. A program cannot see whether a pool is empty; to refresh an empty one costs
 * nothing. The provider starts a refresh and does not wait for it: rules, profile and role go while instances still
 * drain, the group itself when none has it any more (terraform-provider-aws, internal/service/autoscaling/group.go,
 * resourceGroupUpdate, and internal/service/ec2/vpc_security_group.go, resourceSecurityGroupDelete).
 *
 * @param component The component's class and name.
 * @param path Where the inputs stand among its arguments; an empty string for those of the component itself.
 * @param before The former inputs.
 * @param next The inputs.
 * @throws InvalidArgumentsError with every such argument.
 */
export function refuseToDeleteInUse(
    component: readonly [string, string],
    path: string,
    before: Inputs,
    next: Inputs,
): void {
    const wasOwn = (name: string) => (roles.includes(name) ? roles : [name]).some((one) => isGiven(before[one]));
    const problems = Object.keys(created)
        .filter((name) => isGiven(next[name]) && !wasOwn(name))
        // The role goes into the same profile: the launch template does not change, and nothing is refreshed.
        .filter((name) => name === "instanceRoleArn" || !isRefreshed(next))
        .map((name) => ({ propertyPath: memberPath(path, name), reason: `deletes ${created[name]}; ${remedy(name)}` }));
    if (problems.length > 0) {
        throw new InvalidArgumentsError(...component, problems);
    }
}

function remedy(name: string): string {
    const refresh = `instanceRefresh: "${InstanceRefresh.OnTemplateChange}", which replaces them`;
    return name === "instanceRoleArn"
        ? `give instanceProfileArn, a profile of your own with that role, and ${refresh}; an empty pool needs both too`
        : `give ${refresh} and costs an empty pool nothing, in the same update or before; where tasks must drain, ` +
              "add a second pool with it, and move the services there first";
}

function isGiven(value: unknown): boolean {
    return value !== undefined && value !== null;
}

/** Whether each pool of the arguments is refreshed. */
function isRefreshed({ pools, instanceRefresh }: Inputs): boolean {
    const all = isGiven(pools) ? Object.values(pools as Record<string, Inputs>) : [{ instanceRefresh }];
    return all.every((pool) => pool["instanceRefresh"] === InstanceRefresh.OnTemplateChange);
}
