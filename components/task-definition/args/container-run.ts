import type * as pulumi from "@pulumi/pulumi";
import { describe } from "../../validation/problems";
import { awsObject, every, list, required, type Check } from "../../validation/shape";
import { anyText, boolean, integer, oneOf, text } from "../../validation/values";

/** A container that another one waits for. */
export interface ContainerDependency {
    /** The name of a container of this task. */
    containerName: pulumi.Input<string>;
    /** What is waited for: `START`, `HEALTHY` (it needs a health check), `COMPLETE` or `SUCCESS`. */
    condition: pulumi.Input<string>;
}

export const containerDependency = awsObject<ContainerDependency>("a dependency", {
    containerName: required(anyText, "name the container that is waited for"),
    condition: required(oneOf(["START", "HEALTHY", "COMPLETE", "SUCCESS"]), "say what is waited for"),
});

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

/** How ECS tells whether a container serves. */
export interface HealthCheck {
    /** The command, as in Docker's `HEALTHCHECK`: `["CMD-SHELL", "…"]`, `["CMD", "…"]`, or `["NONE"]` for no check. */
    command: pulumi.Input<pulumi.Input<string>[]>;
    /** Seconds between two checks, 5 to 300. Default: 30. */
    interval?: pulumi.Input<number> | undefined;
    /** Seconds for one check, 2 to 60. Default: 5. */
    timeout?: pulumi.Input<number> | undefined;
    /** How many checks fail until the container is unhealthy, 1 to 10. Default: 3. */
    retries?: pulumi.Input<number> | undefined;
    /** Seconds at the start in which failures do not count, 0 to 300. Default: none. */
    startPeriod?: pulumi.Input<number> | undefined;
}

export const healthCheck = awsObject<HealthCheck>("a health check", {
    command: required(every(list(anyText, commandRequirement), startsRight), `give ${commandRequirement}`),
    interval: integer(5, 300, "seconds"),
    timeout: integer(2, 60, "seconds"),
    retries: integer(1, 10, ""),
    startPeriod: integer(0, 300, "seconds"),
});

/** Whether ECS restarts a container itself, without a new task. */
export interface ContainerRestartPolicy {
    /** Whether it does. */
    enabled: pulumi.Input<boolean>;
    /** Exit codes after which the container is not restarted, at most 50. Default: none. */
    ignoredExitCodes?: pulumi.Input<pulumi.Input<number>[]> | undefined;
    /** Seconds that the container must have run to be restarted, 60 to 1800. Default: 300. */
    restartAttemptPeriod?: pulumi.Input<number> | undefined;
}

export const restartPolicy = awsObject<ContainerRestartPolicy>("a restart policy", {
    enabled: required(boolean, "say true or false"),
    ignoredExitCodes: list(integer(0, 255, ""), "a list of exit codes", 0),
    restartAttemptPeriod: integer(60, 1800, "seconds"),
});

const limits = "core cpu data fsize locks memlock msgqueue nice nofile nproc rss rtprio rttime sigpending stack".split(
    " ",
);

/** A limit of a container's processes. */
export interface Ulimit {
    /** `core`, `cpu`, `data`, `fsize`, `locks`, `memlock`, `msgqueue`, `nice`, `nofile`, `nproc`, `rss`, … */
    name: pulumi.Input<string>;
    /** The soft limit. */
    softLimit: pulumi.Input<number>;
    /** The hard limit. */
    hardLimit: pulumi.Input<number>;
}

export const ulimit = awsObject<Ulimit>("a limit", {
    name: required(oneOf(limits), "name the limit"),
    softLimit: required(integer(-1, Infinity, ""), "give the soft limit"),
    hardLimit: required(integer(-1, Infinity, ""), "give the hard limit"),
});

/** A kernel parameter of a container's namespaces. */
export interface SystemControl {
    /** Its name: `net.core.somaxconn`. */
    namespace: pulumi.Input<string>;
    /** Its value. */
    value: pulumi.Input<string>;
}

export const systemControl = awsObject<SystemControl>("a kernel parameter", {
    namespace: required(text(/^[\w.-]+$/, "the name of a kernel parameter"), "name the kernel parameter"),
    value: required(anyText, "give the parameter's value"),
});

/** A line of `/etc/hosts`. */
export interface HostEntry {
    /** The host's name. */
    hostname: pulumi.Input<string>;
    /** The host's IP address. */
    ipAddress: pulumi.Input<string>;
}

export const hostEntry = awsObject<HostEntry>("a host", {
    hostname: required(anyText, "name the host"),
    ipAddress: required(anyText, "give the host's IP address"),
});
