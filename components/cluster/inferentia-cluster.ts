import { componentTypes } from "../../contract";
import { LogGroup } from "@pulumi/aws/cloudwatch";
import { Cluster } from "@pulumi/aws/ecs";
import * as pulumi from "@pulumi/pulumi";
import { Inf1LaunchTemplate } from "../launch-template/inf1-launch-template";
import { defaultLogRetentionInDays } from "../validation/log-retention";
import { validated } from "../validation/validate";
import { ContainerInsights, type InferentiaClusterArgs } from "./args";
import { createCapacity } from "./capacity";
import { checkInferentiaCluster } from "./check";
import { createInstanceRole } from "./instance-role";
import { resolveNetwork } from "./network";
import { createSecurityGroup } from "./security-group";

/**
 * An Amazon ECS cluster with Inf1 capacity: an Auto Scaling group on an `Inf1LaunchTemplate`, behind a capacity
 * provider with managed scaling and managed draining. The instances get a role that may do no more than join this
 * cluster, and a security group without ingress. Other capacity can stand beside it in the same cluster.
 *
 * @throws InvalidArgumentsError with every wrong argument, before anything is created.
 */
export class InferentiaCluster extends pulumi.ComponentResource {
    /** The cluster's name. */
    public readonly clusterName: pulumi.Output<string>;
    /** The cluster's ARN. */
    public readonly clusterArn: pulumi.Output<string>;
    /** The name of the Inf1 capacity provider, known once it is associated with the cluster. */
    public readonly capacityProviderName: pulumi.Output<string>;
    /** The name of the Auto Scaling group of the Inf1 instances. */
    public readonly autoScalingGroupName: pulumi.Output<string>;
    /** The id of the launch template of the Inf1 instances. */
    public readonly launchTemplateId: pulumi.Output<string>;
    /** The id of the AMI of the Inf1 instances. */
    public readonly amiId: pulumi.Output<string>;
    /** The EC2 type of the Inf1 instances. */
    public readonly instanceType: pulumi.Output<string>;
    /** The id of the instances' security group: add ingress here by name, where tasks shall be reached. */
    public readonly securityGroupId: pulumi.Output<string>;
    /** The name of the instances' IAM role. */
    public readonly instanceRoleName: pulumi.Output<string>;
    /** The ARN of the log group of execute-command sessions. */
    public readonly executeCommandLogGroupArn: pulumi.Output<string>;
    /** The VPC of the instances. */
    public readonly vpcId: pulumi.Output<string>;
    /** The subnets of the instances. */
    public readonly subnetIds: pulumi.Output<string[]>;

    constructor(name: string, args: InferentiaClusterArgs, opts?: pulumi.ComponentResourceOptions) {
        super(componentTypes.cluster, name, args, opts);
        const child = { parent: this, dependsOn: validated("InferentiaCluster", name, args, checkInferentiaCluster) };

        const network = resolveNetwork(args, { parent: this });
        const executeCommandLogs = new LogGroup(
            `${name}-execute-command`,
            { retentionInDays: args.logRetentionInDays ?? defaultLogRetentionInDays, tags: args.tags },
            child,
        );
        const cluster = new Cluster(
            `${name}-cluster`,
            {
                name: args.clusterName,
                settings: [{ name: "containerInsights", value: args.containerInsights ?? ContainerInsights.Enabled }],
                configuration: {
                    executeCommandConfiguration: {
                        kmsKeyId: args.executeCommandKmsKeyId,
                        logging: "OVERRIDE",
                        logConfiguration: { cloudWatchLogGroupName: executeCommandLogs.name },
                    },
                },
                tags: args.tags,
            },
            child,
        );
        const instances = createInstanceRole(name, cluster.arn, args.instanceRolePolicyArns ?? [], args.tags, child);
        const securityGroup = createSecurityGroup(name, network.vpcId, args.tags, child);
        const launchTemplate = new Inf1LaunchTemplate(
            `${name}-instance`,
            {
                instanceType: args.instanceType,
                clusterName: cluster.name,
                instanceProfileArn: instances.profileArn,
                securityGroupIds: [securityGroup.id],
                amiId: args.amiId,
                amiSsmParameter: args.amiSsmParameter,
                rootVolumeSizeGiB: args.rootVolumeSizeGiB,
                extraUserData: args.extraUserData,
                tags: args.tags,
            },
            child,
        );
        const capacity = createCapacity(
            name,
            { ...args, cluster, launchTemplate, subnetIds: network.subnetIds },
            child,
        );

        this.clusterName = cluster.name;
        this.clusterArn = cluster.arn;
        this.capacityProviderName = capacity.capacityProviderName;
        this.autoScalingGroupName = capacity.autoScalingGroupName;
        this.launchTemplateId = launchTemplate.launchTemplateId;
        this.amiId = launchTemplate.amiId;
        this.instanceType = launchTemplate.instanceType;
        this.securityGroupId = securityGroup.id;
        this.instanceRoleName = instances.role.name;
        this.executeCommandLogGroupArn = executeCommandLogs.arn;
        this.vpcId = network.vpcId;
        this.subnetIds = network.subnetIds;
        this.registerOutputs({
            clusterName: this.clusterName,
            clusterArn: this.clusterArn,
            capacityProviderName: this.capacityProviderName,
            autoScalingGroupName: this.autoScalingGroupName,
            launchTemplateId: this.launchTemplateId,
            amiId: this.amiId,
            instanceType: this.instanceType,
            securityGroupId: this.securityGroupId,
            instanceRoleName: this.instanceRoleName,
            executeCommandLogGroupArn: this.executeCommandLogGroupArn,
            vpcId: this.vpcId,
            subnetIds: this.subnetIds,
        });
    }
}
