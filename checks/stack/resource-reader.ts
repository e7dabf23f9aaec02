import type { Known } from "../../ecs/known";
import type { ResourceReferences } from "./references";
import type { Kind } from "./resource-kind";
import type { SourceResource } from "./source-resource";
import type {
    AutoScalingGroup,
    CapacityProvider,
    Cluster,
    LaunchTemplate,
    ResourceReference,
    StackTaskDefinition,
} from "./stack-resources";

/** What reading a resource needs: what it refers to, read once, so that two references to one thing are one object. */
export interface ResourceReader {
    readonly references: ResourceReferences;
    taskDefinition(resource: SourceResource): StackTaskDefinition;
    launchTemplate(resource: SourceResource): LaunchTemplate;
    autoScalingGroups(resource: SourceResource): readonly AutoScalingGroup[];
    capacityProvider(resource: SourceResource): CapacityProvider;
    cluster(resource: SourceResource): Cluster;
    /**
     * The cluster that a property names; without a name, the one of each account. One that the stack does not show is
     * told from others by its name.
     */
    clusterNamed(
        resource: SourceResource,
        property: string,
        name: Known<string> | undefined,
    ): Known<ResourceReference<Cluster>>;
    /** The resources that give a cluster its default strategy: itself, and those that associate capacity with it. */
    defaultsOf(cluster: SourceResource): readonly SourceResource[];
    /** What the first of several properties that is there refers to; each is the path to one value. */
    reference<T>(
        resource: SourceResource,
        paths: readonly (readonly [string, ...string[]])[],
        read: (resource: SourceResource) => T,
        ...kinds: readonly Kind[]
    ): Known<ResourceReference<T>>;
}
