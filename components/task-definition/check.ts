import {
    ecsNamePattern,
    ecsNameRequirement,
    imageTagPattern,
    inf1InstanceTypes,
    isInf1InstanceType,
    visibleDevicesProblems,
    visibleDevicesRequirement,
} from "../../contract";
import { checkLogRetention } from "../validation/log-retention";
import { isGiven } from "../validation/settled";
import { Problems, quote } from "../validation/problems";
import type { ArgumentCheck } from "../validation/validate";
import { NetworkMode, type NeuronTaskDefinitionArgs } from "./args";
import {
    checkContainers,
    imagePattern,
    imageRequirement,
    leastMemoryMiB,
    mostMemoryMiB,
    mostCpuUnits,
} from "./check-containers";
import { checkFit } from "./check-fit";

const absolutePath = /^\/[^\s:]*[^\s:/]$/;
/** It stands in the sidecar's shell line, so that nothing in it may mean something to a shell. */
const socketDirectory = /^(?:\/[\w.-]+)+$/;
const roleArn = /^arn:[\w-]+:iam::\d{12}:role\/.+$/;

export const checkNeuronTaskDefinition: ArgumentCheck<NeuronTaskDefinitionArgs> = (args) => {
    const problems = new Problems();
    problems.text("family", args.family, ecsNamePattern, ecsNameRequirement);
    problems.oneOf("instanceType", args.instanceType, inf1InstanceTypes);
    checkContainers(problems, args.containers, args.networkMode);
    checkDevices(problems, args.visibleDevices, args.instanceType);
    problems.exclusive("neuronRtdImage", args.neuronRtdImage, "neuronRtdVersion", args.neuronRtdVersion);
    problems.text("neuronRtdImage", args.neuronRtdImage, imagePattern, imageRequirement);
    problems.text(
        "neuronRtdVersion",
        args.neuronRtdVersion,
        imageTagPattern,
        "a tag of the neuron-rtd image, such as latest or 1.0.8444.0",
    );
    problems.integer(
        "neuronRtdMemoryReservationMiB",
        args.neuronRtdMemoryReservationMiB,
        leastMemoryMiB,
        mostMemoryMiB,
        "MiB",
    );
    problems.integer("neuronRtdCpu", args.neuronRtdCpu, 0, mostCpuUnits, "CPU units");
    checkHealthCheck(problems, args.neuronRtdHealthCheckCommand);
    problems.text("socketVolumeName", args.socketVolumeName, ecsNamePattern, ecsNameRequirement);
    problems.text(
        "socketContainerPath",
        args.socketContainerPath,
        socketDirectory,
        "an absolute path of letters, digits and any of . _ -, without a slash at its end",
    );
    problems.text("socketHostPath", args.socketHostPath, absolutePath, "an absolute path without a slash at its end");
    problems.oneOf("networkMode", args.networkMode, Object.values(NetworkMode));
    problems.text("executionRoleArn", args.executionRoleArn, roleArn, "the ARN of an IAM role");
    problems.text("taskRoleArn", args.taskRoleArn, roleArn, "the ARN of an IAM role");
    problems.exclusive("taskRoleArn", args.taskRoleArn, "taskRolePolicyArns", args.taskRolePolicyArns);
    problems.exclusive("taskRoleArn", args.taskRoleArn, "executeCommandLogGroupArn", args.executeCommandLogGroupArn);
    problems.text(
        "logGroupName",
        args.logGroupName,
        /^[\w./#-]{1,512}$/,
        "1 to 512 letters, digits and any of . _ - / #",
    );
    checkLogRetention(problems, args.logRetentionInDays);
    checkFit(problems, args);
    return problems.found;
};

function checkDevices(problems: Problems, visibleDevices: unknown, instanceType: unknown): void {
    if (!isGiven(visibleDevices)) {
        return;
    }
    if (typeof visibleDevices !== "string") {
        problems.add("visibleDevices", `is ${quote(visibleDevices)}, but must be ${visibleDevicesRequirement}`);
        return;
    }
    const known = isInf1InstanceType(instanceType) ? instanceType : undefined;
    for (const problem of visibleDevicesProblems(visibleDevices, known)) {
        problems.add(
            "visibleDevices",
            `is ${quote(visibleDevices)}, but ${problem}; give ${visibleDevicesRequirement}`,
        );
    }
}

function checkHealthCheck(problems: Problems, command: unknown): void {
    if (!isGiven(command)) {
        return;
    }
    const requirement = "a list that begins with CMD or CMD-SHELL and goes on with the command";
    if (!Array.isArray(command)) {
        problems.add("neuronRtdHealthCheckCommand", `is ${quote(command)}, but must be ${requirement}`);
    } else if (command.length < 2 || (isGiven(command[0]) && command[0] !== "CMD" && command[0] !== "CMD-SHELL")) {
        problems.add("neuronRtdHealthCheckCommand", `has ${command.length} items, but must be ${requirement}`);
    }
}
