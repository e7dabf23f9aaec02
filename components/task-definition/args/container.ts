import type * as pulumi from "@pulumi/pulumi";
import type {
    ContainerDependencyArgs,
    ContainerRestartPolicyArgs,
    HealthCheckArgs,
    HostEntryArgs,
    SystemControlArgs,
    UlimitArgs,
} from "./container-run";
import type { EnvironmentFileArgs, KeyValuePairArgs, RepositoryCredentialsArgs, SecretArgs } from "./container-values";
import type { LinuxParametersArgs } from "./linux-parameters";
import type { FirelensConfigurationArgs, LogConfigurationArgs } from "./logging";
import type { PortMappingArgs } from "./port-mapping";
import type { MountPointArgs, VolumeFromArgs } from "./volume";

/**
 * The fields of ECS's container definition that every container of an inference task takes, the daemon too, in ECS's
 * own spelling. ECS's API reference says more of each: ContainerDefinition.
 */
export interface ContainerSettingsArgs {
    /** CPU units (1024 are one vCPU); 0 shares what is left. Default: 0. */
    cpu?: pulumi.Input<number> | undefined;
    /** The memory at which the container is ended, in MiB, at least 6. Default: no limit. */
    memory?: pulumi.Input<number> | undefined;
    /**
     * The memory that is set aside for the container on its instance, in MiB, at least 6. Default: 1000 for model
     * containers and the daemon, unless `memory`, or the memory of the task, is given.
     */
    memoryReservation?: pulumi.Input<number> | undefined;
    /** Environment variables; those of the Neuron runtime are set by the component. Default: none. */
    environment?: pulumi.Input<pulumi.Input<KeyValuePairArgs>[]> | undefined;
    /** Files in Amazon S3 with environment variables; the execution role may read them. Default: none. */
    environmentFiles?: pulumi.Input<pulumi.Input<EnvironmentFileArgs>[]> | undefined;
    /**
     * Environment variables from AWS Secrets Manager, or from Systems Manager's Parameter Store; the execution role may
     * read them. Default: none.
     */
    secrets?: pulumi.Input<pulumi.Input<SecretArgs>[]> | undefined;
    /** Where volumes of the task are mounted; the socket's is mounted by the component. Default: none. */
    mountPoints?: pulumi.Input<pulumi.Input<MountPointArgs>[]> | undefined;
    /** Other containers whose volumes are mounted too. Default: none. */
    volumesFrom?: pulumi.Input<pulumi.Input<VolumeFromArgs>[]> | undefined;
    /** Capabilities, devices other than Neuron's, shared memory, tmpfs, swap. Default: none. */
    linuxParameters?: pulumi.Input<LinuxParametersArgs> | undefined;
    /** Where the container's output goes. Default: the task's log group, unless `logging` is off. */
    logConfiguration?: pulumi.Input<LogConfigurationArgs> | undefined;
    /** How ECS tells whether the container serves. Default: the image's own. */
    healthCheck?: pulumi.Input<HealthCheckArgs> | undefined;
    /** Seconds that a container which waits for this one waits at most. Default: 180 (the agent's). */
    startTimeout?: pulumi.Input<number> | undefined;
    /** Seconds from the signal to stop until the container is ended. Default: 30 (the agent's). */
    stopTimeout?: pulumi.Input<number> | undefined;
    /** Whether ECS restarts the container itself when it ends. Default: no. */
    restartPolicy?: pulumi.Input<ContainerRestartPolicyArgs> | undefined;
    /** Limits of the container's processes, such as `memlock`. Default: the Docker daemon's. */
    ulimits?: pulumi.Input<pulumi.Input<UlimitArgs>[]> | undefined;
    /** Kernel parameters (`sysctl`) of the container's namespaces. Default: none. */
    systemControls?: pulumi.Input<pulumi.Input<SystemControlArgs>[]> | undefined;
    /** Docker labels. Default: none. */
    dockerLabels?: pulumi.Input<{ [name: string]: pulumi.Input<string> }> | undefined;
    /** Options of SELinux, AppArmor or credential specs. Default: none. */
    dockerSecurityOptions?: pulumi.Input<pulumi.Input<string>[]> | undefined;
    /** Credential specs of Active Directory, each `credentialspec:…` or `credentialspecdomainless:…`. Default: none. */
    credentialSpecs?: pulumi.Input<pulumi.Input<string>[]> | undefined;
    /** The secret with which the image is pulled from a private registry. Default: none; ECR needs none. */
    repositoryCredentials?: pulumi.Input<RepositoryCredentialsArgs> | undefined;
    /** Whether a tag is resolved to a digest once for all tasks: `enabled` or `disabled`. Default: `enabled`. */
    versionConsistency?: pulumi.Input<string> | undefined;
    /** The working directory of the command. Default: the image's own. */
    workingDirectory?: pulumi.Input<string> | undefined;
    /** Whether the root file system is read-only. Default: false. */
    readonlyRootFilesystem?: pulumi.Input<boolean> | undefined;
    /** Whether the container has no network. Default: false. */
    disableNetworking?: pulumi.Input<boolean> | undefined;
    /** The host name in the container; not with network mode `awsvpc`. Default: Docker's. */
    hostname?: pulumi.Input<string> | undefined;
    /** DNS servers; not with network mode `awsvpc`. Default: the instance's. */
    dnsServers?: pulumi.Input<pulumi.Input<string>[]> | undefined;
    /** DNS search domains; not with network mode `awsvpc`. Default: the instance's. */
    dnsSearchDomains?: pulumi.Input<pulumi.Input<string>[]> | undefined;
    /** Lines of `/etc/hosts`; not with network mode `awsvpc`. Default: none. */
    extraHosts?: pulumi.Input<pulumi.Input<HostEntryArgs>[]> | undefined;
    /** Names of other containers, perhaps with an alias (`name:alias`); network mode `bridge` only. Default: none. */
    links?: pulumi.Input<pulumi.Input<string>[]> | undefined;
    /** Whether the standard input stays open. Default: false. */
    interactive?: pulumi.Input<boolean> | undefined;
    /** Whether there is a terminal. Default: false. */
    pseudoTerminal?: pulumi.Input<boolean> | undefined;
}

/** A container of an inference task that serves no model: it collects logs or metrics, or prepares something. */
export interface ContainerArgs extends ContainerSettingsArgs {
    /** The container's name, 1 to 255 letters, digits, hyphens and underscores; not `neuron-rtd`. */
    name: pulumi.Input<string>;
    /** The image, for example `123456789012.dkr.ecr.us-east-1.amazonaws.com/bert:1.2`. */
    image: pulumi.Input<string>;
    /** The entry point. Default: the image's own. */
    entryPoint?: pulumi.Input<pulumi.Input<string>[]> | undefined;
    /** The command. Default: the image's own. */
    command?: pulumi.Input<pulumi.Input<string>[]> | undefined;
    /** The user, perhaps with a group: `1000:1000`. Default: the image's own. */
    user?: pulumi.Input<string> | undefined;
    /** Whether the task ends when this container does. Default: true. */
    essential?: pulumi.Input<boolean> | undefined;
    /** Ports that the container serves on. Default: none. */
    portMappings?: pulumi.Input<pulumi.Input<PortMappingArgs>[]> | undefined;
    /** Containers that must start, or end, before this one starts; the component adds the daemon. Default: none. */
    dependsOn?: pulumi.Input<pulumi.Input<ContainerDependencyArgs>[]> | undefined;
    /** Makes this the container that routes the logs of the others. Default: it routes none. */
    firelensConfiguration?: pulumi.Input<FirelensConfigurationArgs> | undefined;
}

/** A container that serves a model. */
export interface ModelContainerArgs extends ContainerArgs {
    /**
     * With `libnrt` the devices that this container maps: a list such as `0,1`, or `ALL` where it is the only model
     * container. Of several model containers each needs it, and no two the same device. Default: those of the task.
     */
    visibleDevices?: pulumi.Input<string> | undefined;
}
