import type * as pulumi from "@pulumi/pulumi";
import type { Inf1InstanceType } from "../../contract";

/** What {@link Inf1LaunchTemplate} takes. */
export interface Inf1LaunchTemplateArgs {
    /** The EC2 instance type: `inf1.xlarge`, `inf1.2xlarge`, `inf1.6xlarge` or `inf1.24xlarge`. */
    instanceType: pulumi.Input<Inf1InstanceType>;
    /** The name of the ECS cluster that the instances join (`ECS_CLUSTER` of the container agent). */
    clusterName: pulumi.Input<string>;
    /** The ARN of the instance profile, whose role lets the container agent register with the cluster. */
    instanceProfileArn: pulumi.Input<string>;
    /** The security groups of the instances; at least one. */
    securityGroupIds: pulumi.Input<pulumi.Input<string>[]>;
    /**
     * A fixed AMI, as `ami-…`. Excludes `amiSsmParameter`.
     * Default: the AMI of `amiSsmParameter`.
     */
    amiId?: pulumi.Input<string> | undefined;
    /**
     * The Systems Manager parameter that names the AMI: a JSON document with `image_id`, or the plain id.
     * Default: `/aws/service/ecs/optimized-ami/amazon-linux-2/inf/recommended`, the Amazon ECS-optimized Amazon Linux 2
     * (Inferentia) AMI. Its Neuron driver no longer supports Runtime 1.x since release 20220831; the last release that
     * runs a `neuron-rtd` sidecar with a driver that supports it is
     * `/aws/service/ecs/optimized-ami/amazon-linux-2/inf/amzn2-ami-ecs-inf-hvm-2.0.20220822-x86_64-ebs`.
     */
    amiSsmParameter?: pulumi.Input<string> | undefined;
    /** The size of the encrypted root volume in GiB, from 30 (the AMI's own) to 16384. Default: 30. */
    rootVolumeSizeGiB?: pulumi.Input<number> | undefined;
    /**
     * The KMS key that encrypts the root volume; the service-linked role of Auto Scaling must be allowed to use it.
     * Default: the account's key for EBS.
     */
    rootVolumeKmsKeyId?: pulumi.Input<string> | undefined;
    /**
     * Shell lines that run after the instance has joined the cluster; no `#!` line. They may append to
     * `/etc/ecs/ecs.config`, but not replace it. Default: none.
     */
    extraUserData?: pulumi.Input<string> | undefined;
    /** Tags on the launch template, and on the instances and volumes that it launches. Default: none. */
    tags?: pulumi.Input<{ [key: string]: pulumi.Input<string> }> | undefined;
}
