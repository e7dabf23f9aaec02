import assert from "node:assert/strict";
import { UNKNOWN, type Known } from "../../../ecs/known";
import { readStack } from "../../../checks/stack/read-stack";
import { shownAfter } from "../stack-resources";
import type { SourceResource } from "../../../checks/stack/source-resource";
import type { ResourceReference } from "../../../checks/stack/stack-resources";

function ids(reference: Known<ResourceReference<{ readonly id: string }>> | undefined): unknown {
    return reference === UNKNOWN || reference === undefined
        ? reference
        : [...reference.targets.map(({ id }) => id), ...(reference.elsewhere ? ["elsewhere"] : [])];
}

/** What the first service of a stack refers to, from resource to resource. */
function chain(resources: readonly SourceResource[]): Record<string, unknown> {
    const stack = readStack(resources);
    const [service] = stack.starters;
    assert.ok(service);
    const { taskDefinition, cluster, capacity } = service;
    const providers = capacity === undefined || capacity === UNKNOWN ? undefined : capacity.providers;
    const provider = providers === undefined || providers === UNKNOWN ? undefined : providers.targets[0];
    const group = stack.autoScalingGroups[0];
    return {
        taskDefinition: ids(taskDefinition),
        cluster: ids(cluster),
        capacity: capacity === UNKNOWN ? UNKNOWN : ids(providers),
        group: ids(provider?.autoScalingGroup),
        template: ids(group?.launchTemplate),
    };
}

const whole = {
    taskDefinition: ["task"],
    cluster: ["cluster"],
    capacity: ["capacity"],
    group: ["group"],
    template: ["template"],
};

describe("A stack is joined by what its resources refer to", () => {
    const families: [string, readonly SourceResource[]][] = [
        [
            "in Pulumi before the first update: only the dependencies are known",
            [
                { id: "cluster", type: "aws:ecs/cluster:Cluster", properties: {} },
                {
                    id: "task",
                    type: "aws:ecs/taskDefinition:TaskDefinition",
                    properties: { containerDefinitions: "[]" },
                },
                { id: "template", type: "aws:ec2/launchTemplate:LaunchTemplate", properties: {} },
                {
                    id: "group",
                    type: "aws:autoscaling/group:Group",
                    properties: { launchTemplate: { id: UNKNOWN } },
                    dependencies: { launchTemplate: ["template"], vpcZoneIdentifiers: ["subnet"] },
                },
                {
                    id: "capacity",
                    type: "aws:ecs/capacityProvider:CapacityProvider",
                    properties: { autoScalingGroupProvider: { autoScalingGroupArn: UNKNOWN } },
                    dependencies: { autoScalingGroupProvider: ["group"] },
                },
                {
                    id: "service",
                    type: "aws:ecs/service:Service",
                    properties: {
                        cluster: UNKNOWN,
                        taskDefinition: UNKNOWN,
                        capacityProviderStrategies: [{ capacityProvider: UNKNOWN }],
                    },
                    dependencies: {
                        cluster: ["cluster"],
                        taskDefinition: ["task"],
                        capacityProviderStrategies: ["capacity", "cluster"],
                    },
                },
            ],
        ],
        [
            "in Pulumi afterwards: by ids, ARNs and the names that AWS takes for them",
            [
                { id: "cluster", type: "aws:ecs/cluster:Cluster", properties: { name: "inference" } },
                { id: "task", type: "aws:ecs/taskDefinition:TaskDefinition", properties: { family: "bert" } },
                {
                    id: "template",
                    type: "aws:ec2/launchTemplate:LaunchTemplate",
                    properties: {},
                    identifiers: ["lt-0a"],
                },
                {
                    id: "group",
                    type: "aws:autoscaling/group:Group",
                    properties: { name: "inf1-1a2b", launchTemplate: { id: "lt-0a", version: "1" } },
                },
                {
                    id: "capacity",
                    type: "aws:ecs/capacityProvider:CapacityProvider",
                    properties: {
                        name: "inf1",
                        autoScalingGroupProvider: {
                            autoScalingGroupArn:
                                "arn:aws:autoscaling:us-east-1:123456789012:autoScalingGroup:uuid:autoScalingGroupName/inf1-1a2b",
                        },
                    },
                },
                {
                    id: "service",
                    type: "aws:ecs/service:Service",
                    properties: {
                        cluster: "arn:aws:ecs:us-east-1:123456789012:cluster/inference",
                        taskDefinition: "arn:aws:ecs:us-east-1:123456789012:task-definition/bert:7",
                        capacityProviderStrategies: [{ capacityProvider: "inf1", weight: 1 }],
                    },
                },
            ],
        ],
        [
            "in the Cloud Control provider, whose properties are CloudFormation's",
            [
                { id: "cluster", type: "aws-native:ecs:Cluster", properties: {} },
                { id: "task", type: "aws-native:ecs:TaskDefinition", properties: { family: "bert" } },
                { id: "template", type: "aws-native:ec2:LaunchTemplate", properties: { launchTemplateData: {} } },
                {
                    id: "group",
                    type: "aws-native:autoscaling:AutoScalingGroup",
                    properties: { launchTemplate: { launchTemplateId: UNKNOWN } },
                    dependencies: { launchTemplate: ["template"] },
                },
                {
                    id: "capacity",
                    type: "aws-native:ecs:CapacityProvider",
                    properties: { autoScalingGroupProvider: { autoScalingGroupArn: UNKNOWN } },
                    dependencies: { autoScalingGroupProvider: ["group"] },
                },
                {
                    id: "service",
                    type: "aws-native:ecs:Service",
                    properties: {
                        cluster: UNKNOWN,
                        taskDefinition: "bert:7",
                        capacityProviderStrategy: [{ capacityProvider: UNKNOWN }],
                    },
                    dependencies: { cluster: ["cluster"], capacityProviderStrategy: ["capacity"] },
                },
            ],
        ],
        [
            "in CloudFormation, in PascalCase, with a mixed instances policy",
            [
                { id: "cluster", type: "AWS::ECS::Cluster", properties: {} },
                { id: "task", type: "AWS::ECS::TaskDefinition", properties: {} },
                { id: "template", type: "AWS::EC2::LaunchTemplate", properties: {} },
                {
                    id: "group",
                    type: "AWS::AutoScaling::AutoScalingGroup",
                    properties: {
                        MixedInstancesPolicy: {
                            LaunchTemplate: { LaunchTemplateSpecification: { LaunchTemplateId: UNKNOWN } },
                        },
                    },
                    dependencies: { MixedInstancesPolicy: ["template"] },
                },
                {
                    id: "capacity",
                    type: "AWS::ECS::CapacityProvider",
                    properties: { AutoScalingGroupProvider: { AutoScalingGroupArn: UNKNOWN } },
                    dependencies: { AutoScalingGroupProvider: ["group"] },
                },
                {
                    id: "service",
                    type: "AWS::ECS::Service",
                    properties: {
                        Cluster: UNKNOWN,
                        TaskDefinition: UNKNOWN,
                        CapacityProviderStrategy: [{ CapacityProvider: UNKNOWN }],
                    },
                    dependencies: {
                        Cluster: ["cluster"],
                        TaskDefinition: ["task"],
                        CapacityProviderStrategy: ["capacity"],
                    },
                },
            ],
        ],
        [
            "in Terraform, whose blocks are lists",
            [
                { id: "cluster", type: "aws_ecs_cluster", properties: { name: "inference" } },
                { id: "task", type: "aws_ecs_task_definition", properties: { family: "bert" } },
                { id: "template", type: "aws_launch_template", properties: {} },
                {
                    id: "group",
                    type: "aws_autoscaling_group",
                    properties: { launchTemplate: [{ id: UNKNOWN }] },
                    dependencies: { launchTemplate: ["template"] },
                },
                {
                    id: "capacity",
                    type: "aws_ecs_capacity_provider",
                    properties: { name: "inf1", autoScalingGroupProvider: [{ autoScalingGroupArn: UNKNOWN }] },
                    dependencies: { autoScalingGroupProvider: ["group"] },
                },
                {
                    id: "service",
                    type: "aws_ecs_service",
                    properties: {
                        cluster: "inference",
                        taskDefinition: UNKNOWN,
                        capacityProviderStrategy: [{ capacityProvider: "inf1" }],
                    },
                    dependencies: { taskDefinition: ["task"] },
                },
            ],
        ],
    ];
    for (const [where, resources] of families) {
        it(where, () => assert.deepStrictEqual(chain(resources), whole));
    }

    const service = (
        properties: Record<string, unknown>,
        dependencies: Record<string, string[]> = {},
    ): SourceResource => ({ id: "service", type: "aws:ecs/service:Service", properties, dependencies });
    const task = (id: string, family: string, parent?: string): SourceResource => ({
        id,
        type: "aws:ecs/taskDefinition:TaskDefinition",
        properties: { family },
        ...(parent === undefined ? {} : { parent }),
    });

    it("through the components around them", () => {
        const resources = [
            { id: "model", type: "example:index:Model", properties: {} },
            { id: "inner", type: "ecs-inferentia:index:TaskDefinition", properties: {}, parent: "model" },
            task("task", "bert", "inner"),
            task("other", "web"),
            service({ taskDefinition: UNKNOWN }, { taskDefinition: ["model"] }),
        ];
        assert.deepStrictEqual(chain(resources)["taskDefinition"], ["task"]);
    });

    it("and by one object for what several refer to, in the stack and elsewhere", () => {
        const named = (cluster: string) => service({ taskDefinition: "bert", cluster });
        const { starters } = readStack([task("task", "bert"), named("ml"), { ...named("ml"), id: "second" }]);
        const targetOf = <T>(reference: Known<ResourceReference<T>>) =>
            reference === UNKNOWN ? undefined : reference.targets[0];
        const [one, other] = starters.map(({ taskDefinition, cluster }) => [
            targetOf(taskDefinition),
            targetOf(cluster),
        ]);
        assert.ok(one?.every((target, index) => target !== undefined && target === other?.[index]));
    });

    it("and not by what they are called", () => {
        assert.deepStrictEqual(
            chain([task("bert", "bert"), service({ taskDefinition: UNKNOWN })])["taskDefinition"],
            UNKNOWN,
        );
        assert.deepStrictEqual(
            chain([task("service", "bert"), service({ taskDefinition: "service" })])["taskDefinition"],
            ["elsewhere"],
        );
    });

    it("and to everything that it may be, where that cannot be told", () => {
        const resources = [
            task("one", "bert"),
            task("other", "web"),
            service({ taskDefinition: UNKNOWN }, { taskDefinition: ["one", "other"] }),
        ];
        assert.deepStrictEqual(chain(resources)["taskDefinition"], ["one", "other"]);
    });

    it("while more resources may come, what is not found is not known", () => {
        assert.deepStrictEqual(shownAfter([], service({ taskDefinition: "bert:1" }))?.taskDefinition, UNKNOWN);
        assert.deepStrictEqual(chain([service({ taskDefinition: "bert:1" })])["taskDefinition"], ["elsewhere"]);
    });

    it("and takes the cluster's default capacity where a service names none", () => {
        const resources: SourceResource[] = [
            { id: "cluster", type: "aws:ecs/cluster:Cluster", properties: { name: "inference" } },
            {
                id: "association",
                type: "aws:ecs/clusterCapacityProviders:ClusterCapacityProviders",
                properties: {
                    clusterName: "inference",
                    defaultCapacityProviderStrategies: [{ capacityProvider: "inf1" }],
                },
            },
            { id: "capacity", type: "aws:ecs/capacityProvider:CapacityProvider", properties: { name: "inf1" } },
        ];
        assert.deepStrictEqual(chain([...resources, service({ cluster: "inference" })])["capacity"], ["capacity"]);
        assert.deepStrictEqual(
            chain([...resources, service({ cluster: "inference", launchType: "EC2" })])["capacity"],
            undefined,
        );
        assert.deepStrictEqual(shownAfter([], service({ cluster: "inference" }))?.capacity, UNKNOWN);
    });
});
