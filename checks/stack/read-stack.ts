import type { Known } from "../known";
import type { TaskDefinition } from "../task/task-definition";
import { readTaskDefinition } from "../task/read-task-definition";
import { at, text } from "./fields";
import type {
    AutoScalingGroup,
    CapacityProvider,
    Cluster,
    LaunchTemplate,
    Reference,
    Stack,
    StackTaskDefinition,
} from "./stack";
import { readAutoScalingGroup, readLaunchTemplate } from "./read-instances";
import { readService } from "./read-service";
import { mapped, References } from "./references";
import type { SourceResource } from "./source-resource";
import type { Kind } from "./resource-kind";

/** How a stack is read. */
export interface ReadOptions {
    /** False while more resources may come: a reference that is not found is then unknown. Default: true. */
    readonly complete?: boolean;
    /** How a task definition's properties are read. Default: by {@link readTaskDefinition}. */
    readonly readTask?: (resource: SourceResource) => TaskDefinition;
}

/** Reads the resources of a stack, and joins them by what they refer to. Never throws. */
export function readStack(resources: readonly SourceResource[], options: ReadOptions = {}): Stack {
    const { complete = true, readTask = ({ properties }) => readTaskDefinition(properties) } = options;
    const reader = new StackReader(new References(resources, complete), readTask);
    return {
        taskDefinitions: reader.references.ofKind("taskDefinition").map((one) => reader.taskDefinition(one)),
        services: reader.references.ofKind("service").map((one) => readService(reader, one)),
        launchTemplates: reader.references
            .ofKind("launchTemplate", "launchConfiguration")
            .map((one) => reader.launchTemplate(one)),
        autoScalingGroups: reader.references.ofKind("autoScalingGroup").map((one) => reader.autoScalingGroup(one)),
    };
}

/** Reads each resource once, so that what is referred to from several places is one object. */
export class StackReader {
    private readonly read = new Map<SourceResource, unknown>();

    constructor(
        readonly references: References,
        private readonly readTask: (resource: SourceResource) => TaskDefinition,
    ) {}

    taskDefinition(resource: SourceResource): StackTaskDefinition {
        return this.once(resource, () => ({ id: resource.id, task: this.readTask(resource) }));
    }

    launchTemplate(resource: SourceResource): LaunchTemplate {
        return this.once(resource, () => readLaunchTemplate(this, resource));
    }

    autoScalingGroup(resource: SourceResource): AutoScalingGroup {
        return this.once(resource, () => readAutoScalingGroup(this, resource));
    }

    capacityProvider(resource: SourceResource): CapacityProvider {
        return this.once(resource, () => ({
            id: resource.id,
            autoScalingGroup: this.reference(
                resource,
                [["autoScalingGroupProvider", "autoScalingGroupArn"]],
                (one) => this.autoScalingGroup(one),
                "autoScalingGroup",
            ),
        }));
    }

    cluster(resource: SourceResource): Cluster {
        return this.once(resource, () => ({ id: resource.id }));
    }

    /** What the first of several properties that is there refers to; each is the path to one value. */
    reference<T>(
        resource: SourceResource,
        paths: readonly (readonly [string, ...string[]])[],
        read: (resource: SourceResource) => T,
        ...kinds: readonly Kind[]
    ): Known<Reference<T>> {
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
