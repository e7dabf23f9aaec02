import { guide } from "./bases/guide";
import { launching, placedByCapacity, stack } from "./bases/stack";
import type { Example } from "./example";

export const neuronPlacement: readonly Example[] = [
    {
        title: "nothing places the tasks on Inf1",
        base: stack,
        changes: [
            { remove: "Resources.Service.Properties.PlacementConstraints[0]" },
            { remove: "Resources.Service.Properties.CapacityProviderStrategy" },
        ],
        findings: [
            {
                resource: "Service",
                path: "placementConstraints",
                message:
                    'service "Service" runs an inference task that may be placed on instances without Inferentia: no placement constraint holds it to Inf1, and the stack shows no capacity provider of Inf1 instances for it; add the memberOf expression attribute:ecs.instance-type == inf1.xlarge',
            },
        ],
    },
    {
        title: "the capacity provider launches other instances too",
        base: placedByCapacity,
        changes: launching("inf1.xlarge", "m5.large"),
        findings: [
            {
                resource: "Service",
                path: "placementConstraints",
                message:
                    'service "Service" runs an inference task that may be placed on instances without Inferentia: no placement constraint holds it to Inf1, and its capacity providers launch inf1.xlarge, m5.large; add the memberOf expression attribute:ecs.instance-type == inf1.xlarge',
            },
        ],
    },
    {
        title: "the service is placed on a size that is never launched",
        base: stack,
        changes: [
            {
                set: "Resources.Service.Properties.PlacementConstraints[0].Expression",
                to: "attribute:ecs.instance-type == inf1.6xlarge",
            },
        ],
        findings: [
            {
                resource: "Service",
                path: "placementConstraints",
                message:
                    'the tasks of service "Service" may run on inf1.6xlarge, but its capacity providers launch inf1.xlarge, so that they never start: let the two agree',
            },
        ],
    },
    {
        title: "the service and the task definition want different sizes",
        base: stack,
        changes: [
            {
                set: "Resources.TaskDefinition.Properties.PlacementConstraints",
                to: [{ Type: "memberOf", Expression: "attribute:ecs.instance-type == inf1.2xlarge" }],
            },
        ],
        findings: [
            {
                resource: "Service",
                path: "placementConstraints",
                message:
                    'the placement expressions of service "Service" and of its task definition can never match together: name the same Inf1 types in both, or leave one out',
            },
        ],
    },
    {
        title: "the instance type of the service is in upper case",
        base: stack,
        changes: [
            {
                set: "Resources.Service.Properties.PlacementConstraints[0].Expression",
                to: "attribute:ecs.instance-type == Inf1.xlarge",
            },
        ],
        findings: [
            {
                resource: "Service",
                path: "placementConstraints[0].expression",
                message:
                    'the placement expression "attribute:ecs.instance-type == Inf1.xlarge" of service "Service" can match no Inf1 instance: the attribute has the values inf1.xlarge, inf1.2xlarge, inf1.6xlarge, inf1.24xlarge; write for example attribute:ecs.instance-type == inf1.xlarge',
            },
        ],
    },
    {
        title: "the instance type is in upper case",
        base: guide,
        changes: [
            {
                set: "placementConstraints",
                to: [{ type: "memberOf", expression: "attribute:ecs.instance-type == Inf1.xlarge" }],
            },
        ],
        findings: [
            {
                path: "placementConstraints[0].expression",
                message:
                    'the placement expression "attribute:ecs.instance-type == Inf1.xlarge" can match no Inf1 instance: the attribute has the values inf1.xlarge, inf1.2xlarge, inf1.6xlarge, inf1.24xlarge; write for example attribute:ecs.instance-type == inf1.xlarge',
            },
        ],
    },
    {
        title: "there is no such size",
        base: guide,
        changes: [
            {
                set: "placementConstraints",
                to: [{ type: "memberOf", expression: "attribute:ecs.instance-type == inf1.4xlarge" }],
            },
        ],
        findings: [
            {
                path: "placementConstraints[0].expression",
                message:
                    'the placement expression "attribute:ecs.instance-type == inf1.4xlarge" can match no Inf1 instance: the attribute has the values inf1.xlarge, inf1.2xlarge, inf1.6xlarge, inf1.24xlarge; write for example attribute:ecs.instance-type == inf1.xlarge',
            },
        ],
    },
    {
        title: "the instance type is of another family",
        base: guide,
        changes: [
            {
                set: "placementConstraints",
                to: [{ type: "memberOf", expression: "attribute:ecs.instance-type == inf2.xlarge" }],
            },
        ],
        findings: [
            {
                path: "placementConstraints[0].expression",
                message:
                    'the placement expression "attribute:ecs.instance-type == inf2.xlarge" can match no Inf1 instance: the attribute has the values inf1.xlarge, inf1.2xlarge, inf1.6xlarge, inf1.24xlarge; write for example attribute:ecs.instance-type == inf1.xlarge',
            },
        ],
    },
    {
        title: "the expression cannot be read",
        base: guide,
        changes: [
            {
                set: "placementConstraints",
                to: [{ type: "memberOf", expression: "attribute:ecs.instance-type = inf1.xlarge" }],
            },
        ],
        findings: [
            {
                path: "placementConstraints[0].expression",
                message:
                    'the placement expression "attribute:ecs.instance-type = inf1.xlarge" is none of the cluster query language; write for example attribute:ecs.instance-type == inf1.xlarge',
            },
        ],
    },
    {
        title: "the task definition names one type",
        base: guide,
        changes: [
            {
                set: "placementConstraints",
                to: [{ type: "memberOf", expression: "attribute:ecs.instance-type == inf1.xlarge" }],
            },
        ],
        findings: [],
    },
    {
        title: "the task definition names several types",
        base: guide,
        changes: [
            {
                set: "placementConstraints",
                to: [
                    { type: "memberOf", expression: "attribute:ecs.instance-type in ['inf1.xlarge', 'inf1.2xlarge']" },
                ],
            },
        ],
        findings: [],
    },
    {
        title: "the task definition takes all Inf1 types",
        base: guide,
        changes: [
            {
                set: "placementConstraints",
                to: [{ type: "memberOf", expression: "attribute:ecs.instance-type =~ inf1.*" }],
            },
        ],
        findings: [],
    },
    {
        title: "only the task definition of the service names the type",
        base: placedByCapacity,
        changes: [
            {
                set: "Resources.TaskDefinition.Properties.PlacementConstraints",
                to: [{ Type: "memberOf", Expression: "attribute:ecs.instance-type == inf1.xlarge" }],
            },
            { remove: "Resources.Service.Properties.CapacityProviderStrategy" },
        ],
        findings: [],
    },
    {
        title: "only the service names the type",
        base: stack,
        changes: [
            { remove: "Resources.Service.Properties.CapacityProviderStrategy" },
            { set: "Resources.Service.Properties.LaunchType", to: "EC2" },
        ],
        findings: [],
    },
    {
        title: "only the capacity provider decides the type",
        base: placedByCapacity,
        changes: [],
        findings: [],
    },
    {
        title: "only the default capacity of the cluster decides the type",
        base: placedByCapacity,
        changes: [
            {
                set: "Resources.ClusterCapacity.Properties.DefaultCapacityProviderStrategy",
                to: [{ CapacityProvider: { Ref: "Inf1Capacity" } }],
            },
            { remove: "Resources.Service.Properties.CapacityProviderStrategy" },
        ],
        findings: [],
    },
];
