import type * as pulumi from "@pulumi/pulumi";
import type { InferentiaInstanceType, NeuronRuntime } from "../../contract";
import type { AmiResolution } from "../launch-template/args";

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
export interface PoolArgs {
    /**
     * The EC2 type of the instances: `inf1.xlarge`, `inf1.2xlarge`, `inf1.6xlarge`, `inf1.24xlarge`, and with the
     * runtime `libnrt` also `inf2.xlarge`, `inf2.8xlarge`, `inf2.24xlarge` and `inf2.48xlarge`. This or
     * `instanceTypes`.
     */
    instanceType?: pulumi.Input<InferentiaInstanceType> | undefined;
    /**
     * Several EC2 types with as many chips of one kind, such as `inf1.xlarge` and `inf1.2xlarge`, in the order in which
     * on-demand instances are tried. This or `instanceType`.
     */
    instanceTypes?: pulumi.Input<pulumi.Input<InferentiaInstanceType>[]> | undefined;
    /**
     * The Neuron runtime of the tasks: `neuron-rtd` (Runtime 1.x, the daemon in a sidecar, Inf1 only) or `libnrt`
     * (Runtime 2.x). It decides the default AMI. Default: `neuron-rtd`.
     */
    runtime?: pulumi.Input<NeuronRuntime> | undefined;
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
    /** The share of the instances that tasks shall use, 1 to 100 percent (managed scaling). Default: 100. */
    targetCapacity?: pulumi.Input<number> | undefined;
    /** A fixed AMI, as `ami-…`. Excludes `amiSsmParameter`. Default: the AMI of `amiSsmParameter`. */
    amiId?: pulumi.Input<string> | undefined;
    /**
     * The Systems Manager parameter that names the AMI; one of a release pins it. Default: with `neuron-rtd`
     * `/aws/service/ecs/optimized-ami/amazon-linux-2/inf/recommended`, and with `libnrt`
     * `/aws/service/ecs/optimized-ami/amazon-linux-2023/neuron/recommended`; see
     * `InferentiaLaunchTemplateArgs` about the runtimes that their releases support.
     */
    amiSsmParameter?: pulumi.Input<string> | undefined;
    /** When the parameter is looked up: `deploy`, or `launch` by EC2. Excludes `amiId`. Default: `deploy`. */
    amiResolution?: pulumi.Input<AmiResolution> | undefined;
    /** When running instances are replaced: `never`, or `onTemplateChange`, drained first. Default: `never`. */
    instanceRefresh?: pulumi.Input<InstanceRefresh> | undefined;
    /**
     * Whether managed scaling keeps instances with tasks: ECS protects them from scale-in, and ends empty ones only. A
     * destroy ends them all the same. Turned off later, an instance keeps its protection until it is replaced. Default:
     * false; tasks are moved away from an instance before it ends.
     */
    terminationProtection?: pulumi.Input<boolean> | undefined;
    /** The size of the encrypted root volumes in GiB, from 30 to 16384. Default: 30. */
    rootVolumeSizeGiB?: pulumi.Input<number> | undefined;
    /**
     * The KMS key that encrypts the root volumes; the service-linked role of Auto Scaling must be allowed to use it.
     * Default: the account's key for EBS.
     */
    rootVolumeKmsKeyId?: pulumi.Input<string> | undefined;
    /**
     * Shell lines that run as root while an instance starts, *before* the agent starts and joins the cluster; to wait
     * for the agent here is a deadlock. No `#!` line. They may append to `/etc/ecs/ecs.config`, but not replace it.
     * Default: none.
     */
    extraUserData?: pulumi.Input<string> | undefined;
    /**
     * Whether containers may reach the instance metadata service, and by it the credentials of the instance's role; see
     * `InferentiaLaunchTemplateArgs`. Default: false.
     */
    canContainersAccessInstanceRole?: pulumi.Input<boolean> | undefined;
    /**
     * The ARN of a role of your own for the instances, which must let the agent join the cluster; no policy is added to
     * it. Excludes `instanceProfileArn`. Default: a role that may do no more than that.
     */
    instanceRoleArn?: pulumi.Input<string> | undefined;
    /** The ARN of an instance profile of your own. Default: one for the role. */
    instanceProfileArn?: pulumi.Input<string> | undefined;
    /** Managed policies that the made instance role gets besides the agent's own grants. Default: none. */
    instanceRolePolicyArns?: pulumi.Input<string>[] | undefined;
    /** The ARN of the policy that bounds the made instance role. Default: none. */
    permissionsBoundary?: pulumi.Input<string> | undefined;
    /** Tags on what the pool makes, its instances and their volumes. Default: none. */
    tags?: pulumi.Input<{ [key: string]: pulumi.Input<string> }> | undefined;
}
