import { UNKNOWN, type Known } from "../../ecs/known";
import { at, text } from "./fields";
import { readAutoScalingGroups, readInstance } from "./read-instances";
import { readLaunchTemplate } from "./read-launch-template";
import { readScalableTarget } from "./read-scalable-target";
import { readStarter } from "./read-starter";
import { readStackTaskDefinition } from "./read-stack-task-definition";
import { readRequirements } from "./read-requirements";
import { mapped, nameIn, ResourceReferences } from "./references";
import { kindOf, type Kind } from "./resource-kind";
import type { ResourceReader } from "./resource-reader";
import type { SourceResource } from "./source-resource";
import { startersIn } from "./starters/starters-in";
import { listAt } from "./stack";
import type {
    AutoScalingGroup,
    CapacityProvider,
    Cluster,
    LaunchTemplate,
    ResourceReference,
    ScalableTarget,
    TaskStarter,
    StackTaskDefinition,
} from "./stack-resources";

/** Reads each resource once, so that what is referred to from several places is one object. */
export class StackReader implements ResourceReader {
    readonly references: ResourceReferences;
    private readonly read = new Map<SourceResource, unknown>();
    private readonly clustersElsewhere = new Map<string, Cluster>();
    private readonly associations = new Map<SourceResource, SourceResource[]>();

    /** @param complete whether all resources are declared before the first is read: else, one not found may yet come */
    constructor(complete: boolean) {
        this.references = new ResourceReferences(complete);
    }

    /** Makes a resource known to those that refer to it. */
    declare(resource: SourceResource): void {
        this.references.add(resource);
    }

    /** Makes a declared association of capacity known to the starters in its cluster. */
    associate(resource: SourceResource): void {
        if (kindOf(resource.type) === "clusterCapacity") {
            const cluster = this.reference(resource, [["clusterName"], ["cluster"]], (target) => target, "cluster");
            if (cluster !== UNKNOWN) {
                cluster.targets.forEach((target) => listAt(this.associations, target).push(resource));
            }
        }
    }

    /** Everything in a resource that starts tasks. */
    starters(resource: SourceResource): readonly TaskStarter[] {
        return startersIn(resource, this.references).map((starter) => readStarter(this, starter));
    }

    taskDefinition(resource: SourceResource): StackTaskDefinition {
        return this.once(resource, () => readStackTaskDefinition(this, resource));
    }

    launchTemplate(resource: SourceResource): LaunchTemplate {
        return this.once(resource, () => readLaunchTemplate(this, resource));
    }

    autoScalingGroups(resource: SourceResource): readonly AutoScalingGroup[] {
        return this.once(resource, () => readAutoScalingGroups(this, resource));
    }

    capacityProvider(resource: SourceResource): CapacityProvider {
        return this.once(resource, () => ({
            id: resource.id,
            autoScalingGroup: flat(
                this.reference(
                    resource,
                    [["autoScalingGroupProvider", "autoScalingGroupArn"]],
                    (one) => this.autoScalingGroups(one),
                    "autoScalingGroup",
                ),
            ),
            isManaged: at(resource.properties, "managedInstancesProvider") !== undefined,
            managedTypes: readRequirements(
                at(resource.properties, "managedInstancesProvider", "instanceLaunchTemplate", "instanceRequirements"),
            ),
        }));
    }

    scalableTarget(resource: SourceResource): ScalableTarget {
        return this.once(resource, () => readScalableTarget(this, resource));
    }

    instance(resource: SourceResource): AutoScalingGroup {
        return this.once(resource, () => readInstance(this, resource));
    }

    /** The launch templates of a node group of Kubernetes. */
    nodeTemplates(resource: SourceResource): readonly LaunchTemplate[] {
        const names = ["id", "name"].map((key) => ["launchTemplate", key] as const);
        const found = this.reference(resource, names, (one) => this.launchTemplate(one), "launchTemplate");
        return found === UNKNOWN ? [] : found.targets;
    }

    cluster(resource: SourceResource): Cluster {
        return this.once(resource, () => ({ id: resource.id }));
    }

    clusterNamed(
        resource: SourceResource,
        property: string,
        name: Known<string> | undefined,
    ): Known<ResourceReference<Cluster>> {
        if (name !== undefined) {
            const found = this.references.find(resource, property, [name], "cluster");
            if (found === UNKNOWN || !found.elsewhere || name === UNKNOWN) {
                return mapped(found, (one) => this.cluster(one));
            }
        }
        const id = nameIn(name ?? "default");
        const elsewhere = this.clustersElsewhere.get(id) ?? { id };
        this.clustersElsewhere.set(id, elsewhere);
        return { targets: [elsewhere], elsewhere: true };
    }

    defaultsOf(cluster: SourceResource): readonly SourceResource[] {
        return [cluster, ...listAt(this.associations, cluster)];
    }

    reference<T>(
        resource: SourceResource,
        paths: readonly (readonly [string, ...string[]])[],
        read: (resource: SourceResource) => T,
        ...kinds: readonly Kind[]
    ): Known<ResourceReference<T>> {
        for (const [property, ...rest] of paths) {
            const value = text(at(resource.properties, property, ...rest));
            if (value !== undefined) {
                return mapped(this.references.find(resource, property, [value], ...kinds), read);
            }
        }
        return { targets: [], elsewhere: true };
    }

    private once<T>(resource: SourceResource, read: () => T): T {
        if (!this.read.has(resource)) {
            this.read.set(resource, read());
        }
        return this.read.get(resource) as T;
    }
}

function flat<T>(reference: Known<ResourceReference<readonly T[]>>): Known<ResourceReference<T>> {
    return reference === UNKNOWN ? UNKNOWN : { targets: reference.targets.flat(), elsewhere: reference.elsewhere };
}
