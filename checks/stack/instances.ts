import { isNeuronInstanceType } from "../../contract";
import { anyOf, holds, known, Undecided, type Known } from "../../ecs/known";
import { type Stack } from "./stack";
import type { AutoScalingGroup, LaunchTemplate, Service } from "./stack-resources";

/** Whether a launch template is for Inferentia or Trainium: by itself, or by the groups that launch from it. */
export function launchesNeuron(template: LaunchTemplate, stack: Stack): Known<boolean> {
    return anyOf(launchedFrom(template, stack), (type) => holds(type, isNeuronInstanceType));
}

/** The instance types that a launch template and the groups that launch from it name. */
export function launchedFrom(template: LaunchTemplate, stack: Stack): readonly Known<string>[] {
    const overrides = stack
        .groupsFrom(template)
        .flatMap(({ instanceTypes }): Known<string> | readonly Known<string>[] => instanceTypes);
    return template.instanceType === undefined ? overrides : [template.instanceType, ...overrides];
}

/**
 * The Auto Scaling groups behind the capacity providers of a service; undefined when the stack does not show them all.
 */
export function capacityGroups(service: Service): readonly AutoScalingGroup[] | undefined {
    if (service.capacity === undefined) {
        return undefined;
    }
    const { path, providers } = known(service.capacity, ["capacity providers"]);
    const { targets, elsewhere } = known(providers, path);
    const groups = targets.map(({ autoScalingGroup }) => known(autoScalingGroup, path));
    return elsewhere || groups.length === 0 || groups.some((one) => one.elsewhere)
        ? undefined
        : groups.flatMap((one) => one.targets);
}

/**
 * Whether ECS Managed Instances take tasks of the service: ECS chooses their types by the requirements of the capacity
 * provider. @throws Undecided
 */
export function hasManagedInstances({ capacity }: Service): boolean {
    if (capacity === undefined) {
        return false;
    }
    const { path, providers } = known(capacity, ["capacity providers"]);
    return known(providers, path).targets.some(({ isManaged }) => isManaged);
}

/**
 * The Auto Scaling groups whose instances take the service's tasks: those of its capacity providers, or else of its
 * cluster.
 */
export function groupsOf(service: Service, stack: Stack): readonly AutoScalingGroup[] | undefined {
    if (service.capacity !== undefined) {
        return capacityGroups(service);
    }
    const { targets } = known(service.cluster, ["cluster"]);
    if (stack.hasUnknownTemplates) {
        throw new Undecided({ path: ["launchTemplate"] });
    }
    const joined = stack.groupsJoining(targets);
    return joined.length === 0 ? undefined : joined;
}

/** The instance types that a group launches; undefined when the stack does not show them. @throws Undecided */
export function instanceTypesOf(group: AutoScalingGroup): readonly string[] | undefined {
    const overrides = known(group.instanceTypes, ["instance types of the Auto Scaling group"]);
    if (overrides.length > 0) {
        return overrides.map((type) => known(type, ["instance types of the Auto Scaling group"]));
    }
    const { targets, elsewhere } = known(group.launchTemplate, ["launchTemplate of the Auto Scaling group"]);
    const types = targets.map(({ instanceType }) => known(instanceType, ["instanceType of the launch template"]));
    return !elsewhere && types.every((type) => type !== undefined) ? types : undefined;
}
