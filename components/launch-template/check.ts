import {
    ecsNameRequirement,
    agentConfigPath,
    agentSettings,
    amiIdPattern,
    ecsNamePattern,
    inf1InstanceTypes,
    overwritesAgentConfig,
    rootVolumeSizeGiB,
    turnsInferentiaSupportOff,
} from "../../contract";
import { isGiven, type Settled } from "../validation/settled";
import { Problems, type Problem } from "../validation/problems";
import type { ArgumentCheck } from "../validation/validate";
import type { Inf1LaunchTemplateArgs } from "./args";

const mostVolumeGiB = 16384;

/** The arguments that the cluster passes on to its launch template, as validation sees them. */
export interface InstanceArguments {
    readonly instanceType: Settled<string | undefined>;
    readonly amiId?: Settled<string | undefined>;
    readonly amiSsmParameter?: Settled<string | undefined>;
    readonly rootVolumeSizeGiB?: Settled<number | undefined>;
    readonly extraUserData?: Settled<string | undefined>;
}

/** The problems of what decides an Inf1 instance: its type, image, volume and user data. */
export function instanceProblems(args: InstanceArguments): readonly Problem[] {
    const problems = new Problems();
    problems.required("instanceType", args.instanceType, `give one of ${inf1InstanceTypes.join(", ")}`);
    problems.oneOf("instanceType", args.instanceType, inf1InstanceTypes);
    problems.exclusive("amiId", args.amiId, "amiSsmParameter", args.amiSsmParameter);
    problems.text("amiId", args.amiId, amiIdPattern, "an AMI id: ami- and 8 or 17 hexadecimal digits");
    problems.text(
        "amiSsmParameter",
        args.amiSsmParameter,
        /^\/?[\w.-]+(\/[\w.-]+)*$/,
        "the name of a Systems Manager parameter",
    );
    problems.integer("rootVolumeSizeGiB", args.rootVolumeSizeGiB, rootVolumeSizeGiB, mostVolumeGiB, "GiB");
    if (isGiven(args.extraUserData)) {
        userDataProblems(problems, String(args.extraUserData));
    }
    return problems.found;
}

export const checkInf1LaunchTemplate: ArgumentCheck<Inf1LaunchTemplateArgs> = (args) => {
    const problems = new Problems();
    problems.required("clusterName", args.clusterName, "give the name of the ECS cluster that the instances join");
    problems.text("clusterName", args.clusterName, ecsNamePattern, ecsNameRequirement);
    problems.required("instanceProfileArn", args.instanceProfileArn, "give the ARN of an instance profile");
    problems.text(
        "instanceProfileArn",
        args.instanceProfileArn,
        /^arn:[\w-]+:iam::\d{12}:instance-profile\/.+$/,
        "the ARN of an IAM instance profile",
    );
    problems.required("securityGroupIds", args.securityGroupIds, "give at least one security group");
    problems.list("securityGroupIds", args.securityGroupIds, "a list with at least one security group id");
    return [...instanceProblems(args), ...problems.found];
};

function userDataProblems(problems: Problems, script: string): void {
    if (script.startsWith("#!") || /^(Content-Type|MIME-Version):/i.test(script)) {
        problems.add(
            "extraUserData",
            "starts a script or a MIME document of its own, but must be shell lines; leave out the first line",
        );
    }
    if (overwritesAgentConfig(script)) {
        problems.add(
            "extraUserData",
            `replaces ${agentConfigPath}, which holds the cluster's name; append to it with >>`,
        );
    }
    if (turnsInferentiaSupportOff(script)) {
        problems.add(
            "extraUserData",
            `turns ${agentSettings.infSupport} off, without which no task reaches a chip; leave that line out`,
        );
    }
}
