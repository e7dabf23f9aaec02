import { isNeuronInstanceType } from "../../contract";
import { all, anyOf, holds, known, Undecided, UNKNOWN, type Known } from "../../ecs/known";
import { otherInstanceTypes } from "../../ecs/pool/instance-requirements";
import { type Stack } from "./stack";
import type { AutoScalingGroup, LaunchTemplate, TaskStarter } from "./stack-resources";

/**
 * Whether a launch template is for Inferentia or Trainium: by itself, or by the groups that launch from it. One for
 * nodes of Kubernetes is none of ECS's, nor is an instance that nothing says joins a cluster, nor what stands in a
 * stack without anything of ECS.
 */
export function launchesNeuron(template: LaunchTemplate, stack: Stack): Known<boolean> {
    return all([
        isForEcs(template, stack),
        anyOf(launchedFrom(template, stack), (type) => holds(type, isNeuronInstanceType)),
    ]);
}

/**
 * Sources: Amazon EKS User Guide, "Customize managed nodes with launch templates" (bootstrap.sh, nodeadm) and
 * "Retrieve recommended Amazon Linux AMI IDs"; Bottlerocket, QUICKSTART-EKS.
 */
function isForEcs(template: LaunchTemplate, stack: Stack): Known<boolean> {
    const { isInstance, clusters, userData, imageId, imageParameter } = template;
    const parameter = typeof imageParameter === "string" ? imageParameter : "";
    const isOfEks =
        /^\/aws\/service\/(?:eks\/|bottlerocket\/aws-k8s)/.test(parameter) ||
        (typeof userData === "string" && /\/etc\/eks\/|\bnode\.eks\.aws\b|\[settings\.kubernetes\]/.test(userData));
    if (isOfEks || stack.nodeTemplates.has(template)) {
        return false;
    }
    const isOfEcs = clusters.length > 0 || parameter.startsWith("/aws/service/ecs/");
    const isSilent = userData === UNKNOWN || (userData === undefined && typeof imageId !== "string");
    const saysEcs = holds(userData, (script) => /\becs\b|\becs_|\b51678\b/i.test(script));
    if (isOfEcs || saysEcs === true) {
        return true;
    }
    if (isInstance) {
        return saysEcs;
    }
    return stack.hasEcs || isSilent;
}

/**
 * The instance types that a launch template and the groups that launch from it name. Where requirements let any type
 * in, it is for none in particular.
 */
export function launchedFrom(template: LaunchTemplate, stack: Stack): readonly Known<string>[] {
    const lists: readonly Known<readonly Known<string>[]>[] = [
        typesOf(template) ?? [],
        ...stack.groupsFrom(template).map(typesPerhapsFrom),
    ];
    return lists.flatMap((types): Known<string> | readonly Known<string>[] =>
        types !== UNKNOWN && types.includes(otherInstanceTypes) ? otherInstanceTypes : types,
    );
}

/** Which of its types a group launches from which of several templates is not known. */
function typesPerhapsFrom({ launchTemplate, instanceTypes }: AutoScalingGroup): AutoScalingGroup["instanceTypes"] {
    const isOfSeveral = launchTemplate !== UNKNOWN && launchTemplate.targets.length > 1;
    return isOfSeveral && anyOf(instanceTypes, (type) => holds(type, isNeuronInstanceType)) !== false
        ? UNKNOWN
        : instanceTypes;
}

/** The types that a launch template names, or that meet its requirements. */
function typesOf({ instanceType, typesMeetingRequirements }: LaunchTemplate): Known<readonly string[]> | undefined {
    return instanceType === undefined ? typesMeetingRequirements : instanceType === UNKNOWN ? UNKNOWN : [instanceType];
}

/**
 * The Auto Scaling groups behind the capacity providers of a starter; undefined when the stack does not show them all.
 */
export function capacityGroups(starter: TaskStarter): readonly AutoScalingGroup[] | undefined {
    if (starter.capacity === undefined) {
        return undefined;
    }
    const { path, providers } = known(starter.capacity, ["capacity providers"]);
    const { targets, elsewhere } = known(providers, path);
    const groups = targets.map(({ autoScalingGroup }) => known(autoScalingGroup, path));
    return elsewhere || groups.length === 0 || groups.some((one) => one.elsewhere)
        ? undefined
        : groups.flatMap((one) => one.targets);
}

/**
 * The ids of what launches instances for the capacity providers of a starter: of groups, and of providers of Managed
 * Instances themselves; undefined when the stack does not show them all. @throws Undecided
 */
export function launchingIds(starter: TaskStarter): readonly string[] | undefined {
    if (!hasManagedInstances(starter) || starter.capacity === undefined) {
        return capacityGroups(starter)?.map(({ id }) => id);
    }
    const { path, providers } = known(starter.capacity, ["capacity providers"]);
    const { targets, elsewhere } = known(providers, path);
    // The two kinds of providers are never in one strategy.
    return elsewhere ? undefined : targets.map(({ id }) => id);
}

/**
 * Whether ECS Managed Instances take tasks of the starter: ECS chooses their types by the requirements of the capacity
 * provider. @throws Undecided
 */
export function hasManagedInstances({ capacity }: TaskStarter): boolean {
    if (capacity === undefined) {
        return false;
    }
    const { path, providers } = known(capacity, ["capacity providers"]);
    return known(providers, path).targets.some(({ isManaged }) => isManaged);
}

/**
 * The Auto Scaling groups whose instances take the starter's tasks: those of its capacity providers, or else of its
 * cluster.
 */
export function groupsOf(starter: TaskStarter, stack: Stack): readonly AutoScalingGroup[] | undefined {
    if (starter.capacity !== undefined) {
        return capacityGroups(starter);
    }
    const { targets } = known(starter.cluster, ["cluster"]);
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
    const types = targets.map((template) => known(typesOf(template), ["instanceType of the launch template"]));
    return !elsewhere && types.every((type) => type !== undefined) ? types.flat() : undefined;
}

/** How many instances groups launch at most; without a limit where not all of them are shown. @throws Undecided */
export function maxInstances(groups: readonly AutoScalingGroup[] | undefined): number {
    // What launches from several templates is several of one id, which share its size.
    const sizes = new Map<string, Known<number> | undefined>(groups?.map(({ id, maxSize }) => [id, maxSize]));
    return groups === undefined
        ? Infinity
        : [...sizes.values()]
              .map((size) => known(size, ["maxSize of the Auto Scaling group"]) ?? Infinity)
              .reduce((sum, size) => sum + size, 0);
}
