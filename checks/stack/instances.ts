import { known, Undecided, UNKNOWN, type Known } from "../known";
import { type Stack } from "./stack";
import type { AutoScalingGroup, LaunchTemplate, Service } from "./stack-resources";

/** Whether a launch template is for Inf1: by itself, or by the groups that launch from it. */
export function launchesInf1(template: LaunchTemplate, stack: Stack): Known<boolean> {
    const overrides = stack
        .groupsFrom(template)
        .flatMap(({ instanceTypes }): Known<string> | readonly Known<string>[] => instanceTypes);
    const types = [template.instanceType, ...overrides];
    return types.some((type) => typeof type === "string" && isInf1(type))
        ? true
        : types.includes(UNKNOWN)
          ? UNKNOWN
          : false;
}

/** Of whatever size: EC2 itself refuses those that there are not. */
export function isInf1(instanceType: string): boolean {
    return instanceType.startsWith("inf1.");
}

/**
 * The Auto Scaling groups behind the capacity providers of a service; undefined when the stack does not show them all.
 */
export function capacityGroups(service: Service): readonly AutoScalingGroup[] | undefined {
    if (service.capacity === undefined) {
        return undefined;
    }
    const { path, providers } = known(service.capacity, "capacity providers");
    const { targets, elsewhere } = known(providers, path);
    const groups = targets.map(({ autoScalingGroup }) => known(autoScalingGroup, path));
    return elsewhere || groups.length === 0 || groups.some((one) => one.elsewhere)
        ? undefined
        : groups.flatMap((one) => one.targets);
}

/**
 * The Auto Scaling groups whose instances take the service's tasks: those of its capacity providers, or else of its
 * cluster.
 */
export function groupsOf(service: Service, stack: Stack): readonly AutoScalingGroup[] | undefined {
    if (service.capacity !== undefined) {
        return capacityGroups(service);
    }
    const { targets } = known(service.cluster, "cluster");
    if (stack.hasUnknownTemplates) {
        throw new Undecided("launchTemplate");
    }
    const joined = stack.groupsJoining(targets);
    return joined.length === 0 ? undefined : joined;
}

/** The instance types that a group launches; undefined when the stack does not show them. @throws Undecided */
export function instanceTypesOf(group: AutoScalingGroup): readonly string[] | undefined {
    const overrides = known(group.instanceTypes, "instance types of the Auto Scaling group");
    if (overrides.length > 0) {
        return overrides.map((type) => known(type, "instance types of the Auto Scaling group"));
    }
    const { targets, elsewhere } = known(group.launchTemplate, "launchTemplate of the Auto Scaling group");
    const types = targets.map(({ instanceType }) => known(instanceType, "instanceType of the launch template"));
    return !elsewhere && types.every((type) => type !== undefined) ? types : undefined;
}
