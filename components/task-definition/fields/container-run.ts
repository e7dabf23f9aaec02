import { every, list, object, required, type Check, type Fields } from "../../validation/shape";
import { describe } from "../../validation/problems";
import { anyText, boolean, integer, oneOf, text } from "../../validation/values";
import type {
    ContainerDependencyArgs,
    ContainerRestartPolicyArgs,
    HealthCheckArgs,
    HostEntryArgs,
    SystemControlArgs,
    UlimitArgs,
} from "../args/container-run";

const containerDependencyFields: Fields<ContainerDependencyArgs> = {
    containerName: required(anyText, "name the container that is waited for"),
    condition: required(oneOf(["START", "HEALTHY", "COMPLETE", "SUCCESS"]), "say what is waited for"),
};

const commandRequirement = "a list that begins with CMD or CMD-SHELL and goes on with the command, or is NONE alone";

/** The first word says how the others are run. */
const startsRight: Check = (value, path, problems) => {
    const command: readonly unknown[] = Array.isArray(value) ? value : [];
    const [first] = command;
    if (typeof first === "string") {
        const isRight = first === "NONE" ? command.length === 1 : /^CMD(-SHELL)?$/.test(first) && command.length > 1;
        if (!isRight) {
            problems.add(
                path,
                `is ${describe(value)} that does not say how it is run, but must be ${commandRequirement}`,
            );
        }
    }
};

const healthCheckFields: Fields<HealthCheckArgs> = {
    command: required(every(list(anyText, commandRequirement), startsRight), `give ${commandRequirement}`),
    interval: integer(5, 300, "seconds"),
    timeout: integer(2, 60, "seconds"),
    retries: integer(1, 10, ""),
    startPeriod: integer(0, 300, "seconds"),
};

const restartPolicyFields: Fields<ContainerRestartPolicyArgs> = {
    enabled: required(boolean, "say true or false"),
    ignoredExitCodes: list(integer(0, 255, ""), "a list of exit codes", 0),
    restartAttemptPeriod: integer(60, 1800, "seconds"),
};

const limits = "core cpu data fsize locks memlock msgqueue nice nofile nproc rss rtprio rttime sigpending stack".split(
    " ",
);

const ulimitFields: Fields<UlimitArgs> = {
    name: required(oneOf(limits), "name the limit"),
    softLimit: required(integer(-1, Infinity, ""), "give the soft limit"),
    hardLimit: required(integer(-1, Infinity, ""), "give the hard limit"),
};

const systemControlFields: Fields<SystemControlArgs> = {
    namespace: required(text(/^[\w.-]+$/, "the name of a kernel parameter"), "name the kernel parameter"),
    value: required(anyText, "give the parameter's value"),
};

const hostEntryFields: Fields<HostEntryArgs> = {
    hostname: required(anyText, "name the host"),
    ipAddress: required(anyText, "give the host's IP address"),
};

export const containerDependency: Check = object("a dependency", containerDependencyFields);
export const healthCheck: Check = object("a health check", healthCheckFields);
export const restartPolicy: Check = object("a restart policy", restartPolicyFields);
export const ulimit: Check = object("a limit", ulimitFields);
export const systemControl: Check = object("a kernel parameter", systemControlFields);
export const hostEntry: Check = object("a host", hostEntryFields);
