import type * as pulumi from "@pulumi/pulumi";
import {
    agentConfigPath,
    agentSettings,
    amiIdPattern,
    dockerConfigPath,
    ecsNamePattern,
    ecsNameRequirement,
    inferentiaInstanceTypes,
    neuronRuntimes,
    type InferentiaInstanceType,
    type NeuronRuntime,
} from "../../contract";
import { readAgentSettings } from "../../ecs/pool/agent-settings";
import { agentWait } from "../../ecs/pool/agent-wait";
import { dockerConfig } from "../../ecs/pool/docker-config";
import { replacesFile } from "../../ecs/pool/replaced-file";
import type { Accepted } from "../validation/accepted";
import type { Problems } from "../validation/problems";
import { list, memberPath, required, type Check, type Fields } from "../validation/shape";
import type { ArgumentCheck } from "../validation/validate";
import { anyText, arnOf, boolean, oneOf, tags, text } from "../validation/values";
import { imagePullFields, type ImagePull } from "./image-pull";
import { checkRootVolume, rootVolumeFields, type RootVolume } from "./root-volume";

/** When the Systems Manager parameter of an AMI is looked up. */
export const AmiResolution = {
    /** At each deployment: the preview shows the AMI's id, and a new release as a change of the launch template. */
    Deploy: "deploy",
    /** By EC2 at each launch: a new release changes nothing in the stack, and only new instances have it. */
    Launch: "launch",
} as const;
/** When the Systems Manager parameter of an AMI is looked up: `deploy`, or `launch`. */
export type AmiResolution = (typeof AmiResolution)[keyof typeof AmiResolution];

/** How instances are launched: what a launch template and a pool both take. */
export interface LaunchSettings extends RootVolume, ImagePull {
    /**
     * The Neuron runtime of the tasks: `neuron-rtd` (Runtime 1.x, the daemon in a sidecar, Inf1 only) or `libnrt`
     * (Runtime 2.x). It decides the default AMI, and whether the container agent's Inferentia support is on.
     * Default: `libnrt` for Inf2, which nothing else drives, and `neuron-rtd` for Inf1.
     */
    runtime?: pulumi.Input<NeuronRuntime> | undefined;
    /** A fixed AMI, as `ami-…`. Excludes `amiSsmParameter`. Default: the AMI of `amiSsmParameter`. */
    amiId?: pulumi.Input<string> | undefined;
    /**
     * The Systems Manager parameter that names the AMI: a JSON document with `image_id`, or the plain id. One of a
     * release pins it. Default: with `neuron-rtd` `/aws/service/ecs/optimized-ami/amazon-linux-2/inf/recommended`, the
     * Amazon ECS-optimized Amazon Linux 2 (Inferentia) AMI, and with `libnrt`
     * `/aws/service/ecs/optimized-ami/amazon-linux-2023/neuron/recommended`. The driver of the former no longer
     * supports Runtime 1.x since release 20220831; the last that does is
     * `/aws/service/ecs/optimized-ami/amazon-linux-2/inf/amzn2-ami-ecs-inf-hvm-2.0.20220822-x86_64-ebs`.
     */
    amiSsmParameter?: pulumi.Input<string> | undefined;
    /**
     * When the parameter is looked up: `deploy`, or `launch` by EC2, which wants a parameter whose value is a plain id
     * (of those below `/aws/service/ecs/optimized-ami` it is found). Excludes `amiId`. Default: `deploy`.
     */
    amiResolution?: pulumi.Input<AmiResolution> | undefined;
    /**
     * Shell lines that run as root while the instance starts, after the agent's configuration is written and *before*
     * the agent starts and joins the cluster; to wait for the agent here is a deadlock. No `#!` line. They may append
     * to `/etc/ecs/ecs.config`, but not replace it. Default: none.
     */
    extraUserData?: pulumi.Input<string> | undefined;
    /**
     * Whether containers may reach the instance metadata service, and by it the credentials of the instance's role.
     * Otherwise the agent keeps tasks in `awsvpc` mode away (`ECS_AWSVPC_BLOCK_IMDS`), and a firewall rule those in
     * bridge mode; tasks in host mode reach it in any case. An instance whose AMI lacks `iptables`, or on which the
     * rule cannot be set, says so in its console output and joins no cluster. Tasks have their own role, and need no
     * other. Default: false.
     */
    canContainersAccessInstanceRole?: pulumi.Input<boolean> | undefined;
    /** Tags on everything that is created and takes tags, and on the instances and their volumes. Default: none. */
    tags?: pulumi.Input<{ [key: string]: pulumi.Input<string> }> | undefined;
}

/** What {@link LaunchTemplate} takes. */
export interface LaunchTemplateArgs extends LaunchSettings {
    /** The EC2 instance type, such as `inf1.xlarge`; an Auto Scaling group may override it. */
    instanceType: pulumi.Input<InferentiaInstanceType>;
    /** The name of the ECS cluster that the instances join (`ECS_CLUSTER` of the container agent). */
    clusterName: pulumi.Input<string>;
    /** The ARN of the instance profile, whose role lets the container agent register with the cluster. */
    instanceProfileArn: pulumi.Input<string>;
    /** The security groups of the instances; at least one. */
    securityGroupIds: pulumi.Input<pulumi.Input<string>[]>;
    /**
     * Whether an instance is drained when EC2 announces that it takes it back (`ECS_ENABLE_SPOT_INSTANCE_DRAINING`).
     * Default: false.
     */
    spotInstanceDraining?: pulumi.Input<boolean> | undefined;
    /**
     * Whether the Auto Scaling group has a warm pool (`ECS_WARM_POOLS_CHECK`): an instance joins the cluster only when
     * it leaves that; user data that was stopped runs again; and it completes the lifecycle hook
     * `ecs-inferentia-user-data`, where the group has that and the role `autoscaling:DescribeAutoScalingInstances` and
     * `autoscaling:CompleteLifecycleAction`. Default: false.
     */
    warmPoolsCheck?: pulumi.Input<boolean> | undefined;
}

const userData: Check = (value, path, problems) => {
    anyText(value, path, problems);
    if (typeof value !== "string") {
        return;
    }
    if (value.startsWith("#!") || /^(Content-Type|MIME-Version):/i.test(value)) {
        problems.add(
            path,
            "starts a script or a MIME document of its own, but must be shell lines; leave out the first line",
        );
    }
    if (replacesFile(value, agentConfigPath) === true) {
        problems.add(path, `replaces ${agentConfigPath}, which holds the cluster's name; append to it with >>`);
    }
    if (readAgentSettings(value).isInfSupportOff === true) {
        problems.add(
            path,
            `turns ${agentSettings.infSupport} off, without which no task reaches a chip; leave that line out`,
        );
    }
    if (dockerConfig(value).isNeuronDefault === true) {
        problems.add(
            path,
            "makes Neuron's hook the runtime of every container, also of the ECS agent, which may then not start; " +
                `leave ${dockerConfigPath} as it is`,
        );
    }
    if (agentWait(value).isEndless === true) {
        problems.add(
            path,
            "waits for ever for the ECS agent, which starts only after user data has ended; start it with systemctl " +
                "--no-block, and wait for it in the background or in a unit",
        );
    }
};

export const launchFields: Fields<LaunchSettings> = {
    runtime: oneOf(neuronRuntimes),
    amiId: text(amiIdPattern, "an AMI id: ami- and 8 or 17 hexadecimal digits"),
    amiSsmParameter: text(/^\/?[\w.-]+(\/[\w.-]+)*$/, "the name of a Systems Manager parameter"),
    amiResolution: oneOf(Object.values(AmiResolution)),
    ...rootVolumeFields,
    ...imagePullFields,
    extraUserData: userData,
    canContainersAccessInstanceRole: boolean,
    tags,
};

/** The arguments of a pool that are its launch template's too. */
export function launchArgsOf(args: LaunchSettings): LaunchSettings {
    const names = Object.keys(launchFields) as (keyof LaunchSettings)[];
    return Object.fromEntries(names.map((name) => [name, args[name]]));
}

export const instanceType = oneOf(inferentiaInstanceTypes);
export const instanceProfileArn = arnOf("an IAM instance profile", /^arn:[\w-]+:iam::\d{12}:instance-profile\/.+$/);
export const securityGroupIds = list(
    text(/^\S+$/, "the id of a security group"),
    "a list with at least one security group id",
);

/** Checks whether the arguments of a launch fit one another. */
export function checkLaunch(args: Accepted<pulumi.Unwrap<LaunchSettings>>, path: string, problems: Problems): void {
    for (const other of ["amiSsmParameter", "amiResolution"] as const) {
        problems.exclusive(memberPath(path, "amiId"), args.amiId, memberPath(path, other), args[other]);
    }
    checkRootVolume(args, path, problems);
}

export const launchTemplateCheck: ArgumentCheck<LaunchTemplateArgs> = {
    fields: {
        instanceType: required(instanceType, `give one of ${inferentiaInstanceTypes.join(", ")}`),
        clusterName: required(
            text(ecsNamePattern, ecsNameRequirement),
            "give the name of the ECS cluster that the instances join",
        ),
        instanceProfileArn: required(instanceProfileArn, "give the ARN of an instance profile"),
        securityGroupIds: required(securityGroupIds, "give at least one security group"),
        spotInstanceDraining: boolean,
        warmPoolsCheck: boolean,
        ...launchFields,
    },
    together: (args, problems) => checkLaunch(args, "", problems),
};
