import {
    agentConfigPath,
    agentSettings,
    amiIdPattern,
    ecsNamePattern,
    ecsNameRequirement,
    inferentiaInstanceTypes,
    neuronRuntimes,
    rootVolumeSizeGiB,
} from "../../contract";
import { overwritesAgentConfig, turnsInferentiaSupportOff } from "../../ecs/shell/agent-config";
import type { Problems } from "../validation/problems";
import { list, required, type Check, type Fields } from "../validation/shape";
import type { ArgumentCheck, Arguments } from "../validation/validate";
import { anyText, arnOf, boolean, integer, oneOf, tags, text } from "../validation/values";
import { AmiResolution, type InferentiaLaunchTemplateArgs } from "./args";

const mostVolumeGiB = 16384;

/** The arguments that a pool passes on to its launch template. */
export type InstanceArgs = Pick<
    InferentiaLaunchTemplateArgs,
    | "runtime"
    | "amiId"
    | "amiSsmParameter"
    | "amiResolution"
    | "rootVolumeSizeGiB"
    | "rootVolumeKmsKeyId"
    | "extraUserData"
    | "canContainersAccessInstanceRole"
    | "tags"
>;

export const instanceType = oneOf(inferentiaInstanceTypes);
export const securityGroupIds = list(
    text(/^\S+$/, "the id of a security group"),
    "a list with at least one security group id",
);
export const instanceProfileArn = arnOf("an IAM instance profile", /^arn:[\w-]+:iam::\d{12}:instance-profile\/.+$/);

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
    if (overwritesAgentConfig(value)) {
        problems.add(path, `replaces ${agentConfigPath}, which holds the cluster's name; append to it with >>`);
    }
    if (turnsInferentiaSupportOff(value)) {
        problems.add(
            path,
            `turns ${agentSettings.infSupport} off, without which no task reaches a chip; leave that line out`,
        );
    }
};

export const instanceFields: Fields<InstanceArgs> = {
    runtime: oneOf(neuronRuntimes),
    amiId: text(amiIdPattern, "an AMI id: ami- and 8 or 17 hexadecimal digits"),
    amiSsmParameter: text(/^\/?[\w.-]+(\/[\w.-]+)*$/, "the name of a Systems Manager parameter"),
    amiResolution: oneOf(Object.values(AmiResolution)),
    rootVolumeSizeGiB: integer(rootVolumeSizeGiB, mostVolumeGiB, "GiB"),
    rootVolumeKmsKeyId: text(/^\S+$/, "a KMS key: its id, ARN or alias"),
    extraUserData: userData,
    canContainersAccessInstanceRole: boolean,
    tags,
};

/** Whether the arguments that decide the AMI fit one another. */
export function checkAmi(args: Arguments, path: (argument: string) => string, problems: Problems): void {
    for (const other of ["amiSsmParameter", "amiResolution"]) {
        problems.exclusive(path("amiId"), args["amiId"], path(other), args[other]);
    }
}

export const checkInferentiaLaunchTemplate: ArgumentCheck<InferentiaLaunchTemplateArgs> = {
    fields: {
        instanceType: required(instanceType, `give one of ${inferentiaInstanceTypes.join(", ")}`),
        clusterName: required(
            text(ecsNamePattern, ecsNameRequirement),
            "give the name of the ECS cluster that the instances join",
        ),
        instanceProfileArn: required(instanceProfileArn, "give the ARN of an instance profile"),
        securityGroupIds: required(securityGroupIds, "give at least one security group"),
        spotInstanceDraining: boolean,
        ...instanceFields,
    },
    together: (args, problems) => {
        checkAmi(args, (argument) => argument, problems);
    },
};
