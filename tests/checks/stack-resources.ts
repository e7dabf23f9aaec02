import { GrowingStack } from "../../checks/stack/read-stack";
import type { TaskStarter } from "../../checks/stack/stack-resources";
import type { Kind } from "../../checks/stack/resource-kind";
import type { SourceResource } from "../../checks/stack/source-resource";
import { guide } from "../../checks/examples/bases/guide";

const types: Readonly<Record<Kind, string>> = {
    taskDefinition: "aws:ecs/taskDefinition:TaskDefinition",
    service: "aws:ecs/service:Service",
    taskSet: "aws:ecs/taskSet:TaskSet",
    eventRule: "AWS::Events::Rule",
    eventTarget: "aws:cloudwatch/eventTarget:EventTarget",
    schedule: "aws:scheduler/schedule:Schedule",
    jobDefinition: "AWS::Batch::JobDefinition",
    computeEnvironment: "AWS::Batch::ComputeEnvironment",
    jobQueue: "AWS::Batch::JobQueue",
    stateMachine: "aws:sfn/stateMachine:StateMachine",
    cluster: "aws:ecs/cluster:Cluster",
    clusterCapacity: "aws:ecs/clusterCapacityProviders:ClusterCapacityProviders",
    capacityProvider: "aws:ecs/capacityProvider:CapacityProvider",
    autoScalingGroup: "aws:autoscaling/group:Group",
    launchTemplate: "aws:ec2/launchTemplate:LaunchTemplate",
    launchConfiguration: "aws:ec2/launchConfiguration:LaunchConfiguration",
    fleet: "aws:ec2/fleet:Fleet",
    instance: "aws:ec2/instance:Instance",
    nodeGroup: "aws:eks/nodeGroup:NodeGroup",
    subnet: "aws:ec2/subnet:Subnet",
    targetGroup: "aws:lb/targetGroup:TargetGroup",
    scalableTarget: "aws:appautoscaling/target:Target",
};

/** A resource of Pulumi's AWS provider, which other resources may name by its id. */
export function resource(
    kind: Kind,
    id: string,
    properties: Record<string, unknown> = {},
    dependencies: Record<string, string[]> = {},
): SourceResource {
    return { id, type: types[kind], properties: { id, ...properties }, dependencies };
}

/** A task definition with the guide's containers, or with others. */
export function taskDefinition(id: string, ...containers: object[]): SourceResource {
    return resource("taskDefinition", id, {
        containerDefinitions: containers.length === 0 ? guide.definition.containerDefinitions : containers,
    });
}

/** A service as it is read when an engine shows it, after the others. */
export function shownAfter(others: readonly SourceResource[], own: SourceResource): TaskStarter | undefined {
    const stack = new GrowingStack();
    others.forEach((other) => stack.show(other));
    const [shown] = stack.show(own).resources;
    return shown?.kind === "taskStarter" ? shown : undefined;
}
