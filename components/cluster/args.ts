import type * as pulumi from "@pulumi/pulumi";
import type { Inf1InstanceType } from "../../contract";

/** CloudWatch Container Insights of a cluster, as the ECS setting `containerInsights` spells its values. */
export const ContainerInsights = {
    Enabled: "enabled",
    Enhanced: "enhanced",
    Disabled: "disabled",
} as const;
/** One value of the ECS cluster setting `containerInsights`. */
export type ContainerInsights = (typeof ContainerInsights)[keyof typeof ContainerInsights];

/** What {@link InferentiaCluster} takes. */
export interface InferentiaClusterArgs {
    /** The EC2 type of the Inf1 instances: `inf1.xlarge`, `inf1.2xlarge`, `inf1.6xlarge` or `inf1.24xlarge`. */
    instanceType: pulumi.Input<Inf1InstanceType>;
    /**
     * The name of the ECS cluster, 1 to 255 letters, digits, hyphens and underscores.
     * Default: generated from the component's name.
     */
    clusterName?: pulumi.Input<string> | undefined;
    /** The VPC of the instances; `subnetIds` goes with it. Default: the account's default VPC. */
    vpcId?: pulumi.Input<string> | undefined;
    /**
     * The subnets of the instances, with a route to the internet or to the endpoints of ECS, ECR, S3 and CloudWatch
     * Logs; `vpcId` goes with it. Default: the default subnets of the default VPC.
     */
    subnetIds?: pulumi.Input<pulumi.Input<string>[]> | undefined;
    /** The fewest Inf1 instances, from 0. Default: 0; managed scaling starts instances when tasks need them. */
    minSize?: pulumi.Input<number> | undefined;
    /** The most Inf1 instances, at least `minSize` and at least 1. Default: 2, so that one service task can roll. */
    maxSize?: pulumi.Input<number> | undefined;
    /** The share of the instances that tasks shall use, 1 to 100 percent (managed scaling). Default: 100. */
    targetCapacityPercent?: pulumi.Input<number> | undefined;
    /** A fixed AMI, as `ami-…`. Excludes `amiSsmParameter`. Default: the AMI of `amiSsmParameter`. */
    amiId?: pulumi.Input<string> | undefined;
    /**
     * The Systems Manager parameter that names the AMI.
     * Default: `/aws/service/ecs/optimized-ami/amazon-linux-2/inf/recommended`; see `Inf1LaunchTemplateArgs`
     * about the Neuron runtimes that its releases support.
     */
    amiSsmParameter?: pulumi.Input<string> | undefined;
    /** The size of the encrypted root volumes in GiB, from 30 to 16384. Default: 30. */
    rootVolumeSizeGiB?: pulumi.Input<number> | undefined;
    /** Shell lines that run after an instance has joined the cluster. Default: none. */
    extraUserData?: pulumi.Input<string> | undefined;
    /** Managed policies that the instance role gets besides the container agent's own grants. Default: none. */
    instanceRolePolicyArns?: pulumi.Input<string>[] | undefined;
    /**
     * Names of other capacity providers of the same cluster, for tasks without Neuron: `FARGATE`, or one of an own Auto
     * Scaling group. The cluster's list of capacity providers is one setting, which this component owns. Default: none.
     */
    additionalCapacityProviders?: pulumi.Input<pulumi.Input<string>[]> | undefined;
    /** CloudWatch Container Insights: `enabled`, `enhanced` or `disabled`. Default: `enabled`. */
    containerInsights?: pulumi.Input<ContainerInsights> | undefined;
    /** The KMS key that encrypts execute-command sessions. Default: TLS only. */
    executeCommandKmsKeyId?: pulumi.Input<string> | undefined;
    /** Days to keep the log of execute-command sessions; a value that CloudWatch Logs knows. Default: 30. */
    logRetentionInDays?: pulumi.Input<number> | undefined;
    /** Tags on everything that takes tags, and on the instances and their volumes. Default: none. */
    tags?: pulumi.Input<{ [key: string]: pulumi.Input<string> }> | undefined;
}
