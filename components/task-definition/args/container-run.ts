import type * as pulumi from "@pulumi/pulumi";

/** A container that another one waits for. */
export interface ContainerDependencyArgs {
    /** The name of a container of this task. */
    containerName: pulumi.Input<string>;
    /** What is waited for: `START`, `HEALTHY` (it needs a health check), `COMPLETE` or `SUCCESS`. */
    condition: pulumi.Input<string>;
}

/** How ECS tells whether a container serves. */
export interface HealthCheckArgs {
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

/** Whether ECS restarts a container itself, without a new task. */
export interface ContainerRestartPolicyArgs {
    /** Whether it does. */
    enabled: pulumi.Input<boolean>;
    /** Exit codes after which the container is not restarted, at most 50. Default: none. */
    ignoredExitCodes?: pulumi.Input<pulumi.Input<number>[]> | undefined;
    /** Seconds that the container must have run to be restarted, 60 to 1800. Default: 300. */
    restartAttemptPeriod?: pulumi.Input<number> | undefined;
}

/** A limit of a container's processes. */
export interface UlimitArgs {
    /** `core`, `cpu`, `data`, `fsize`, `locks`, `memlock`, `msgqueue`, `nice`, `nofile`, `nproc`, `rss`, … */
    name: pulumi.Input<string>;
    /** The soft limit. */
    softLimit: pulumi.Input<number>;
    /** The hard limit. */
    hardLimit: pulumi.Input<number>;
}

/** A kernel parameter of a container's namespaces. */
export interface SystemControlArgs {
    /** Its name: `net.core.somaxconn`. */
    namespace: pulumi.Input<string>;
    /** Its value. */
    value: pulumi.Input<string>;
}

/** A line of `/etc/hosts`. */
export interface HostEntryArgs {
    /** The host's name. */
    hostname: pulumi.Input<string>;
    /** The host's IP address. */
    ipAddress: pulumi.Input<string>;
}
