import { UNKNOWN } from "../../ecs/known";
import { at } from "./fields";
import { withBatchAsEcs } from "./starters/batch";
import { isOfEcs, kindOf } from "./resource-kind";
import type { SourceResource } from "./source-resource";
import { startsTasks } from "./starters/starters-in";
import { Stack } from "./stack";
import type { AutoScalingGroup, CheckedResource, LaunchTemplate } from "./stack-resources";
import { StackReader } from "./stack-reader";

/** Reads the resources of a whole stack, and joins them by what they refer to. Never throws. */
export function readStack(resources: readonly SourceResource[]): Stack {
    const reader = new StackReader(true);
    const stack = new Stack(true);
    stack.hasEcs = resources.some(({ type }) => isOfEcs(type));
    const all = withBatchAsEcs(resources);
    all.forEach((resource) => reader.declare(resource));
    all.forEach((resource) => reader.associate(resource));
    all.forEach((resource) => void include(stack, reader, resource));
    return stack;
}

/**
 * A stack whose resources are shown one after the other, each after everything that it refers to. What a resource
 * refers to that was not shown is not known. Starters are read, and stay outside: each is checked without the others.
 */
export class GrowingStack {
    private readonly stack = new Stack(false);
    private readonly reader = new StackReader(false);

    /** Takes a resource in; answers with what rules judge, and the stack around it. Never throws. */
    show(resource: SourceResource): { readonly resources: readonly CheckedResource[]; readonly stack: Stack } {
        const resources = withBatchAsEcs([resource]).flatMap((one) => {
            this.reader.declare(one);
            this.reader.associate(one);
            return startsTasks(one.type) ? this.reader.starters(one) : include(this.stack, this.reader, one);
        });
        return { resources, stack: this.stack };
    }
}

/** What an instance is launched from, where that stands in itself. */
function ownTemplates({ launchTemplate }: AutoScalingGroup, { properties }: SourceResource): readonly LaunchTemplate[] {
    const isOfTemplate = at(properties, "launchTemplate") !== undefined;
    return isOfTemplate || launchTemplate === UNKNOWN ? [] : launchTemplate.targets;
}

function include(stack: Stack, reader: StackReader, resource: SourceResource): readonly CheckedResource[] {
    switch (kindOf(resource.type)) {
        case "taskDefinition":
            return [stack.addTaskDefinition(reader.taskDefinition(resource))];
        case "launchTemplate":
        case "launchConfiguration":
            return [stack.addLaunchTemplate(reader.launchTemplate(resource))];
        case "autoScalingGroup":
        case "fleet":
            reader.autoScalingGroups(resource).forEach((group) => stack.addAutoScalingGroup(group));
            return [];
        case "scalableTarget":
            return [stack.addScalableTarget(reader.scalableTarget(resource))];
        case "nodeGroup":
            reader.nodeTemplates(resource).forEach((template) => stack.nodeTemplates.add(template));
            return [];
        case "instance": {
            const instance = reader.instance(resource);
            stack.addAutoScalingGroup(instance);
            return ownTemplates(instance, resource).map((template) => stack.addLaunchTemplate(template));
        }
        default:
            return reader.starters(resource).map((starter) => stack.addStarter(starter));
    }
}
