import type * as pulumi from "@pulumi/pulumi";
import { ecsNamePattern, ecsNameRequirement, groupMetrics, type InferentiaInstanceType } from "../../contract";
import {
    instanceProfileArn,
    instanceType,
    launchFields,
    securityGroupIds,
    type LaunchSettings,
} from "../launch-template/args";
import { list, required, type Fields } from "../validation/shape";
import { boolean, integer, oneOf, policyArn, roleArn, text } from "../validation/values";
import { warmPool, type WarmPool } from "./warm-pool";

/** When EC2 Auto Scaling replaces the instances that run. */
export const InstanceRefresh = {
    /** Never: a change of the launch template, such as a new AMI, is for new instances only. */
    Never: "never",
    /** When the launch template changes. Each instance is drained first. */
    OnTemplateChange: "onTemplateChange",
} as const;
/** When EC2 Auto Scaling replaces the instances that run: `never`, or `onTemplateChange`. */
export type InstanceRefresh = (typeof InstanceRefresh)[keyof typeof InstanceRefresh];

/** A pool of Inferentia instances: an Auto Scaling group behind a capacity provider with managed scaling. */
export interface ClusterPool extends LaunchSettings {
    /**
     * The EC2 type of the instances: `inf1.xlarge`, `inf1.2xlarge`, `inf1.6xlarge`, `inf1.24xlarge`, `inf2.xlarge`,
     * `inf2.8xlarge`, `inf2.24xlarge` or `inf2.48xlarge`. This or `instanceTypes`.
     */
    instanceType?: pulumi.Input<InferentiaInstanceType> | undefined;
    /**
     * Several EC2 types with as many chips of one kind, such as `inf1.xlarge` and `inf1.2xlarge`, in the order in which
     * on-demand instances are tried. This or `instanceType`.
     */
    instanceTypes?: pulumi.Input<pulumi.Input<InferentiaInstanceType>[]> | undefined;
    /** The fewest instances, from 0 to 5000. Default: 0; managed scaling starts instances when tasks need them. */
    minSize?: pulumi.Input<number> | undefined;
    /** The most instances, at least `minSize` and at least 1. Default: 2, so that one service task can roll. */
    maxSize?: pulumi.Input<number> | undefined;
    /** Whether all instances are spot instances. Excludes the two arguments below. Default: false. */
    spot?: pulumi.Input<boolean> | undefined;
    /** The first instances that are on-demand ones; the ones above follow the percentage below. Default: 0. */
    onDemandBaseCapacity?: pulumi.Input<number> | undefined;
    /** The share of on-demand instances above the base, 0 to 100 percent; the others are spot. Default: 100. */
    onDemandPercentageAboveBaseCapacity?: pulumi.Input<number> | undefined;
    /** Target utilization of managed scaling, 1 to 100 percent. Default: 100. */
    targetCapacity?: pulumi.Input<number> | undefined;
    /**
     * The fewest instances that managed scaling starts at once, 1 to 10000. From none it starts at least two for the
     * first task, whatever this is; the second goes when it stays empty. Default: ECS's own, 1.
     */
    minimumScalingStepSize?: pulumi.Input<number> | undefined;
    /** The most instances that managed scaling starts at once, 1 to 10000. Default: ECS's own, 10000. */
    maximumScalingStepSize?: pulumi.Input<number> | undefined;
    /** Seconds after which a new instance counts for managed scaling, 0 to 10000. Default: ECS's own, 300. */
    instanceWarmupPeriod?: pulumi.Input<number> | undefined;
    /**
     * Whether EC2 Auto Scaling replaces a spot instance when it is at a raised risk of interruption, before it is
     * announced; needs spot instances. The old one is drained first. Default: false.
     */
    capacityRebalance?: pulumi.Input<boolean> | undefined;
    /** Metrics of the Auto Scaling group to publish to CloudWatch, such as `GroupDesiredCapacity`. Default: none. */
    enabledMetrics?: pulumi.Input<pulumi.Input<string>[]> | undefined;
    /**
     * Instances that wait beside the pool, with their images (`prePull`), and join the cluster in seconds. Each costs
     * its volume, and one more is prepared whenever one leaves. Excludes spot instances. With a role of your own, see
     * `warmPoolsCheck` of `LaunchTemplate`; in a VPC without a way out, an endpoint for EC2 Auto Scaling goes with it.
     * Default: none.
     */
    warmPool?: pulumi.Input<WarmPool> | undefined;
    /** When running instances are replaced: `never`, or `onTemplateChange`, drained first. Default: `never`. */
    instanceRefresh?: pulumi.Input<InstanceRefresh> | undefined;
    /**
     * Whether managed scaling keeps instances with tasks: ECS protects them from scale-in, and ends empty ones only. A
     * destroy ends them all the same. When it is turned off, existing instances stay protected until they are replaced.
     * Default: false; tasks are moved away from an instance before it ends.
     */
    terminationProtection?: pulumi.Input<boolean> | undefined;
    /**
     * The ARN of a role of your own for the instances, which must let the agent join the cluster; no policy is added to
     * it. Excludes `instanceProfileArn`. Default: a role that may do no more than that.
     */
    instanceRoleArn?: pulumi.Input<string> | undefined;
    /** The ARN of an instance profile of your own. Default: one for the role. */
    instanceProfileArn?: pulumi.Input<string> | undefined;
    /** Managed policies for the instance role of the pool, besides the agent's own grants. Default: none. */
    instanceRolePolicyArns?: pulumi.Input<string>[] | undefined;
    /** The ARN of the permissions boundary of the pool's instance role. Default: none. */
    permissionsBoundary?: pulumi.Input<string> | undefined;
}

/** The network of the instances of a pool, or of all pools of a cluster. */
export interface InstanceNetwork {
    /** The VPC of the instances; `subnetIds` goes with it. Default: the account's default VPC. */
    vpcId?: pulumi.Input<string> | undefined;
    /**
     * The subnets of the instances, with a route to the internet or to the endpoints of ECS, ECR, S3 and CloudWatch
     * Logs; those in zones without the instance types are left out, with a warning. `vpcId` goes with it, unless
     * `securityGroupIds` are given. A NAT gateway and routes that the program creates one by one are named in
     * `dependsOn`, so that they outlive the instances; the outputs of `awsx.ec2.Vpc` need no such word.
     * Default: the default subnets of the default VPC in zones that have the types.
     */
    subnetIds?: pulumi.Input<pulumi.Input<string>[]> | undefined;
    /** Security groups of your own for the instances. Default: one without ingress is created. */
    securityGroupIds?: pulumi.Input<pulumi.Input<string>[]> | undefined;
}

/** What `Pool` takes: the settings of a pool, its cluster, and its network. */
export interface PoolArgs extends ClusterPool, InstanceNetwork {
    /** The name of the ECS cluster that the instances join. */
    clusterName: pulumi.Input<string>;
}

export const defaultMinSize = 0;
export const defaultMaxSize = 2;
export const defaultTargetCapacity = 100;
const maxInstances = 5000;
/** Amazon ECS API Reference, ManagedScaling. */
const maxScalingStep = 10_000;

export const poolFields: Fields<ClusterPool> = {
    instanceType,
    instanceTypes: list(instanceType, "a list with at least one instance type"),
    minSize: integer(0, maxInstances, "instances"),
    maxSize: integer(1, maxInstances, "instances"),
    spot: boolean,
    onDemandBaseCapacity: integer(0, maxInstances, "instances"),
    onDemandPercentageAboveBaseCapacity: integer(0, 100, "percent"),
    targetCapacity: integer(1, 100, "percent"),
    minimumScalingStepSize: integer(1, maxScalingStep, "instances"),
    maximumScalingStepSize: integer(1, maxScalingStep, "instances"),
    instanceWarmupPeriod: integer(0, 10_000, "seconds"),
    capacityRebalance: boolean,
    enabledMetrics: list(oneOf(groupMetrics), "a list of metrics of the group", 0),
    warmPool,
    instanceRefresh: oneOf(Object.values(InstanceRefresh)),
    terminationProtection: boolean,
    instanceRoleArn: roleArn,
    instanceProfileArn,
    instanceRolePolicyArns: list(policyArn, "a list of ARNs of managed policies", 0),
    permissionsBoundary: policyArn,
    ...launchFields,
};

export const networkFields: Fields<InstanceNetwork> = {
    vpcId: text(/^vpc-[0-9a-f]+$/, "the id of a VPC: vpc- and hexadecimal digits"),
    subnetIds: list(text(/^\S+$/, "the id of a subnet"), "a list with at least one subnet id"),
    securityGroupIds,
};

export const poolArgsFields: Fields<PoolArgs> = {
    ...poolFields,
    ...networkFields,
    clusterName: required(
        text(ecsNamePattern, `the name of a cluster, no ARN: ${ecsNameRequirement}`),
        "give the name of the ECS cluster that the instances join",
    ),
};
