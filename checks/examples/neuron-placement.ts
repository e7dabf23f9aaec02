import { guide } from "./bases/guide";
import { instance } from "./bases/launch-template";
import { inf2Stack, inf2Task, service } from "./bases/inf2";
import { launching, placedByCapacity, stack } from "./bases/stack";
import type { ExampleChange } from "./change";
import type { Example } from "./example";

/** Gives the instances of Inf2 an attribute. */
function withAttribute(accelerator: string): readonly ExampleChange[] {
    return [{ set: `${instance}.UserData`, to: joining(accelerator) }];
}

function joining(accelerator: string): object {
    const setting = `ECS_INSTANCE_ATTRIBUTES={"accelerator":"${accelerator}"}`;
    const script = `#!/bin/bash\ncat <<'EOT' >> /etc/ecs/ecs.config\nECS_CLUSTER=\${Cluster}\n${setting}\nEOT\n`;
    return { "Fn::Base64": { "Fn::Sub": script } };
}

/** Lets instances of another type join the cluster too. */
function besides(instanceType: string, accelerator: string): readonly ExampleChange[] {
    return [
        {
            set: "Resources.Other",
            to: {
                Type: "AWS::EC2::LaunchTemplate",
                Properties: { LaunchTemplateData: { InstanceType: instanceType, UserData: joining(accelerator) } },
            },
        },
        {
            set: "Resources.OtherInstances",
            to: {
                Type: "AWS::AutoScaling::AutoScalingGroup",
                Properties: { LaunchTemplate: { LaunchTemplateId: { Ref: "Other" } } },
            },
        },
    ];
}

const byAttribute = { Type: "memberOf", Expression: "attribute:accelerator == neuron" };

/** Runs the service on Managed Instances of the types. */
function managed(...allowed: readonly string[]): readonly ExampleChange[] {
    return [
        {
            set: "Resources.Inf1Capacity.Properties",
            to: {
                ClusterName: { Ref: "Cluster" },
                ManagedInstancesProvider: {
                    InstanceLaunchTemplate: { InstanceRequirements: { AllowedInstanceTypes: allowed } },
                },
            },
        },
    ];
}

/** Launches the instances in a subnet of a zone, and places the service in that. */
function inSubnetOf(zone: string): readonly ExampleChange[] {
    const expression = `attribute:ecs.availability-zone == ${zone}`;
    return [
        { set: "Resources.Subnet", to: { Type: "AWS::EC2::Subnet", Properties: { AvailabilityZone: zone } } },
        { set: "Resources.Instances.Properties.VPCZoneIdentifier", to: [{ Ref: "Subnet" }] },
        {
            set: `${service}.PlacementConstraints`,
            to: [{ Type: "distinctInstance" }, { Type: "memberOf", Expression: expression }],
        },
    ];
}

export const neuronPlacementExamples: readonly Example[] = [
    {
        title: "nothing keeps the tasks off other instances",
        base: placedByCapacity,
        changes: [{ set: `${instance}.InstanceType`, to: "m5.large" }],
        findings: [
            {
                resource: "Service",
                path: "placementConstraints",
                message:
                    'service "Service" runs a Neuron task, and its capacity providers launch m5.large, without ' +
                    "Inferentia or Trainium: run it on instances with chips",
            },
        ],
    },
    {
        title: "other instances join the cluster",
        base: stack,
        changes: [
            { set: `${instance}.InstanceType`, to: "m5.large" },
            { remove: "Resources.Service.Properties.PlacementConstraints[0]" },
            { remove: "Resources.Service.Properties.CapacityProviderStrategy" },
        ],
        findings: [
            {
                resource: "Service",
                path: "placementConstraints",
                message:
                    'service "Service" runs a Neuron task, and the instances of its cluster are m5.large, without ' +
                    "Inferentia or Trainium: run it on instances with chips",
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
                    'service "Service" runs a Neuron task that may be placed on instances without Inferentia or ' +
                    "Trainium, as no placement constraint holds it to them, and its capacity providers launch " +
                    "inf1.xlarge, m5.large: add a memberOf expression, for example attribute:ecs.instance-type == " +
                    "inf1.xlarge",
            },
        ],
    },
    {
        title: "an attribute of the instances is on others than those with chips",
        base: inf2Stack,
        changes: [
            ...withAttribute("none"),
            ...besides("m5.large", "neuron"),
            { remove: `${service}.CapacityProviderStrategy` },
            { add: `${service}.PlacementConstraints`, value: byAttribute },
        ],
        findings: [
            {
                resource: "Service",
                path: "placementConstraints",
                message:
                    'service "Service" runs a Neuron task that may be placed on instances without Inferentia or ' +
                    "Trainium, as its placement constraints allow, and the instances of its cluster are inf2.xlarge, " +
                    "m5.large: add a memberOf expression, for example attribute:ecs.instance-type == inf2.xlarge",
            },
        ],
    },
    {
        title: "a provider of Managed Instances may launch others only",
        base: inf2Stack,
        changes: managed("m7i.*"),
        findings: [
            {
                resource: "Service",
                path: "placementConstraints",
                message:
                    'service "Service" runs a Neuron task, and its capacity providers launch m7i.*, without ' +
                    "Inferentia or Trainium: run it on instances with chips",
            },
        ],
    },
    {
        title: "a provider of Managed Instances may launch Inf1 only, which they do not have",
        base: inf2Stack,
        changes: managed("inf1.*"),
        findings: [
            {
                resource: "Service",
                path: "placementConstraints",
                message:
                    'the tasks of service "Service" need instances with Inferentia or Trainium, but its capacity ' +
                    "providers launch no type that Managed Instances have, so that they never start: launch instances " +
                    "that have them",
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
                    'the tasks of service "Service" may run on inf1.6xlarge, but its capacity providers launch ' +
                    "inf1.xlarge, so that they never start: let the two agree",
            },
        ],
    },
    {
        title: "the service is placed on Windows",
        base: inf2Stack,
        changes: [
            {
                set: `${service}.PlacementConstraints`,
                to: [
                    { Type: "distinctInstance" },
                    { Type: "memberOf", Expression: "attribute:ecs.os-type == windows" },
                ],
            },
        ],
        findings: [
            {
                resource: "Service",
                path: "placementConstraints[1].expression",
                message:
                    'the placement expression "attribute:ecs.os-type == windows" of service "Service" can match no ' +
                    "Inferentia or Trainium instance; they have x86_64 processors and Linux: write for example " +
                    "attribute:ecs.instance-type == inf1.xlarge",
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
                    'the placement expressions of service "Service" and of its task definition can never match ' +
                    "together: name the same instance types in both, or leave one out",
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
                    'the placement expression "attribute:ecs.instance-type == Inf1.xlarge" of service "Service" ' +
                    "can match no Inferentia or Trainium instance; the attribute has the values inf1.xlarge, " +
                    "inf1.2xlarge, inf1.6xlarge, inf1.24xlarge: write for example attribute:ecs.instance-type == " +
                    "inf1.xlarge",
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
                    'the placement expression "attribute:ecs.instance-type == Inf1.xlarge" can match no Inferentia ' +
                    "or Trainium instance; the attribute has the values inf1.xlarge, inf1.2xlarge, inf1.6xlarge, " +
                    "inf1.24xlarge: write for example attribute:ecs.instance-type == inf1.xlarge",
            },
        ],
    },
    {
        title: "a size of Inf2 is in upper case",
        base: guide,
        changes: [
            {
                set: "placementConstraints",
                to: [{ type: "memberOf", expression: "attribute:ecs.instance-type == INF2.8xlarge" }],
            },
        ],
        findings: [
            {
                path: "placementConstraints[0].expression",
                message:
                    'the placement expression "attribute:ecs.instance-type == INF2.8xlarge" can match no Inferentia ' +
                    "or Trainium instance; the attribute has the values inf2.xlarge, inf2.8xlarge, inf2.24xlarge, " +
                    "inf2.48xlarge: write for example attribute:ecs.instance-type == inf2.8xlarge",
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
                    'the placement expression "attribute:ecs.instance-type == inf1.4xlarge" can match no ' +
                    "Inferentia or Trainium instance; the attribute has the values inf1.xlarge, inf1.2xlarge, " +
                    "inf1.6xlarge, inf1.24xlarge: write for example attribute:ecs.instance-type == inf1.xlarge",
            },
        ],
    },
    {
        title: "the instance type is of another family",
        base: guide,
        changes: [
            {
                set: "placementConstraints",
                to: [{ type: "memberOf", expression: "attribute:ecs.instance-type == g4dn.xlarge" }],
            },
        ],
        findings: [
            {
                path: "placementConstraints[0].expression",
                message:
                    'the placement expression "attribute:ecs.instance-type == g4dn.xlarge" can match no Inferentia ' +
                    "or Trainium instance; the attribute has the values inf1.xlarge, inf1.2xlarge, inf1.6xlarge, " +
                    "inf1.24xlarge, inf2.xlarge, inf2.8xlarge, inf2.24xlarge, inf2.48xlarge, trn1.2xlarge, " +
                    "trn1.32xlarge, trn1n.32xlarge, trn2.3xlarge, trn2.48xlarge, trn2u.48xlarge: write for example attribute:ecs.instance-type " +
                    "== inf1.xlarge",
            },
        ],
    },
    {
        title: "the attribute is written with an underscore",
        base: guide,
        changes: [
            {
                set: "placementConstraints",
                to: [{ type: "memberOf", expression: "attribute:ecs.instance_type == inf1.xlarge" }],
            },
        ],
        findings: [
            {
                path: "placementConstraints[0].expression",
                message:
                    'the placement expression "attribute:ecs.instance_type == inf1.xlarge" is about ' +
                    '"attribute:ecs.instance_type", which no instance has; the attribute is ' +
                    "attribute:ecs.instance-type: write for example attribute:ecs.instance-type == inf1.xlarge",
            },
        ],
    },
    {
        title: "the task definition wants an instance for each task, which only a service can",
        base: guide,
        changes: [{ set: "placementConstraints", to: [{ type: "distinctInstance" }] }],
        findings: [
            {
                path: "placementConstraints[0].type",
                message:
                    "the placement constraint distinctInstance of the task definition is refused by ECS; a task " +
                    "definition takes memberOf only: give it to the service",
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
                    'the placement expression "attribute:ecs.instance-type = inf1.xlarge" is none of the cluster ' +
                    "query language: write for example attribute:ecs.instance-type == inf1.xlarge",
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
        title: "only the instances that join the cluster decide the type",
        base: placedByCapacity,
        changes: [
            { remove: "Resources.Service.Properties.CapacityProviderStrategy" },
            { set: "Resources.Service.Properties.LaunchType", to: "EC2" },
        ],
        findings: [],
    },
    {
        title: "the cluster has several kinds of Neuron instances and no others",
        base: placedByCapacity,
        changes: [
            ...launching("inf1.xlarge", "inf1.2xlarge"),
            { remove: "Resources.Service.Properties.CapacityProviderStrategy" },
        ],
        findings: [],
    },
    { title: "the service runs on Inf2, by its capacity provider alone", base: inf2Stack, changes: [], findings: [] },
    {
        title: "the task definition names the operating system and a type of Inf2",
        base: inf2Task,
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
    {
        title: "an attribute of the instances holds the tasks to those with chips",
        base: inf2Stack,
        changes: [
            ...withAttribute("neuron"),
            ...besides("m5.large", "none"),
            { remove: `${service}.CapacityProviderStrategy` },
            { add: `${service}.PlacementConstraints`, value: byAttribute },
        ],
        findings: [],
    },
    {
        title: "one instance joins the cluster by its name",
        base: inf2Stack,
        changes: [
            { set: "Resources.Cluster.Properties", to: { ClusterName: "ml" } },
            { remove: `${service}.CapacityProviderStrategy` },
            { remove: "Resources.Instances" },
            { remove: "Resources.Inf1Capacity" },
            { remove: "Resources.ClusterCapacity" },
            {
                set: "Resources.Host",
                to: {
                    Type: "AWS::EC2::Instance",
                    Properties: {
                        ImageId:
                            "resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/neuron/recommended/image_id",
                        InstanceType: "inf2.xlarge",
                        UserData: { "Fn::Base64": "#!/bin/bash\necho ECS_CLUSTER=ml >> /etc/ecs/ecs.config\n" },
                    },
                },
            },
        ],
        findings: [],
    },
    {
        title: "the service is placed in the zone of the instances' subnet",
        base: inf2Stack,
        changes: inSubnetOf("us-west-2a"),
        findings: [],
    },
    {
        title: "a capacity provider of others has no weight",
        base: inf2Stack,
        changes: [
            ...besides("m5.large", "none"),
            {
                set: "Resources.OtherCapacity",
                to: {
                    Type: "AWS::ECS::CapacityProvider",
                    Properties: { AutoScalingGroupProvider: { AutoScalingGroupArn: { Ref: "OtherInstances" } } },
                },
            },
            {
                add: `${service}.CapacityProviderStrategy`,
                value: { CapacityProvider: { Ref: "OtherCapacity" }, Weight: 0 },
            },
        ],
        findings: [],
    },
    {
        title: "the launch template has requirements that Inf2 alone meets",
        base: inf2Stack,
        changes: [
            { remove: `${instance}.InstanceType` },
            {
                set: `${instance}.InstanceRequirements`,
                to: { VCpuCount: { Min: 4 }, MemoryMiB: { Min: 16384 }, AllowedInstanceTypes: ["inf2.*"] },
            },
        ],
        findings: [],
    },
    {
        title: "a provider of Managed Instances may launch Inf2 only",
        base: inf2Stack,
        changes: managed("inf2.*"),
        findings: [],
    },
];
