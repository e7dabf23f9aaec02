import { UNKNOWN } from "../../ecs/known";
import { memo } from "../../ecs/memo";
import type {
    AutoScalingGroup,
    Cluster,
    LaunchTemplate,
    ScalableTarget,
    StackTaskDefinition,
    TaskStarter,
} from "./stack-resources";

/**
 * What the rules need of the resources around inference tasks, wherever they were written. It can grow while an engine
 * shows one resource after the other; what was derived from it is then derived anew.
 */
export class Stack {
    /** Another object after each change: what is derived from the stack is kept under it. */
    revision: object = {};
    readonly taskDefinitions: StackTaskDefinition[] = [];
    /** Everything that starts tasks. */
    readonly starters: TaskStarter[] = [];
    readonly launchTemplates: LaunchTemplate[] = [];
    readonly scalableTargets: ScalableTarget[] = [];
    readonly autoScalingGroups: AutoScalingGroup[] = [];
    /** The launch templates of nodes of Kubernetes. */
    readonly nodeTemplates = new Set<LaunchTemplate>();
    /** Whether it shows something of ECS, or may yet do so. */
    hasEcs = true;
    /** Whether it is not known of some group what it launches from. */
    hasUnknownTemplates = false;
    private readonly groupsByTemplate = new Map<LaunchTemplate, AutoScalingGroup[]>();
    private readonly groupsByCluster = new Map<Cluster, AutoScalingGroup[]>();

    /** @param isComplete whether it holds all there is, so that nothing will be added */
    constructor(readonly isComplete: boolean) {}

    addTaskDefinition(taskDefinition: StackTaskDefinition): StackTaskDefinition {
        this.taskDefinitions.push(taskDefinition);
        this.revision = {};
        return taskDefinition;
    }

    addStarter(starter: TaskStarter): TaskStarter {
        this.starters.push(starter);
        this.revision = {};
        return starter;
    }

    addLaunchTemplate(template: LaunchTemplate): LaunchTemplate {
        this.launchTemplates.push(template);
        this.revision = {};
        return template;
    }

    addScalableTarget(target: ScalableTarget): ScalableTarget {
        this.scalableTargets.push(target);
        this.revision = {};
        return target;
    }

    addAutoScalingGroup(group: AutoScalingGroup): void {
        this.autoScalingGroups.push(group);
        this.revision = {};
        const { launchTemplate } = group;
        if (launchTemplate === UNKNOWN) {
            this.hasUnknownTemplates = true;
            return;
        }
        for (const template of launchTemplate.targets) {
            listAt(this.groupsByTemplate, template).push(group);
        }
        for (const cluster of new Set(launchTemplate.targets.flatMap(({ clusters }) => clusters))) {
            listAt(this.groupsByCluster, cluster).push(group);
        }
    }

    /** The groups that are known to launch from a template. */
    groupsFrom(template: LaunchTemplate): readonly AutoScalingGroup[] {
        return this.groupsByTemplate.get(template) ?? [];
    }

    /** The groups whose instances are known to join a cluster, by their user data. */
    groupsJoining(clusters: readonly Cluster[]): readonly AutoScalingGroup[] {
        return [...new Set(clusters.flatMap((cluster) => this.groupsByCluster.get(cluster) ?? []))];
    }
}

/** A function of a stack that is computed again only after the stack has changed. */
export function stackMemo<T>(derive: (stack: Stack) => T): (stack: Stack) => T {
    return memo(derive, ({ revision }) => revision);
}

/** The list under a key, which is begun when it is not there. */
export function listAt<K, V>(lists: Map<K, V[]>, key: K): V[] {
    const list = lists.get(key) ?? [];
    lists.set(key, list);
    return list;
}
