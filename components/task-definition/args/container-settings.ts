import type * as pulumi from "@pulumi/pulumi";
import { leastMemoryMiB } from "../../../contract";
import { list, map, type Fields } from "../../validation/shape";
import { anyText, boolean, integer, oneOf, text } from "../../validation/values";
import {
    healthCheck,
    hostEntry,
    restartPolicy,
    systemControl,
    ulimit,
    type ContainerRestartPolicy,
    type HealthCheck,
    type HostEntry,
    type SystemControl,
    type Ulimit,
} from "./container-run";
import {
    environmentFile,
    keyValuePair,
    repositoryCredentials,
    secret,
    type EnvironmentFile,
    type KeyValuePair,
    type RepositoryCredentials,
    type Secret,
} from "./container-values";
import { linuxParameters, type LinuxParameters } from "./linux-parameters";
import { logConfiguration, type LogConfiguration } from "./logging";
import { mountPoint, volumeFrom, type MountPoint, type VolumeFrom } from "./volume";

export const texts = list(anyText, "a list of texts", 0);

const seconds = integer(0, Infinity, "seconds");

export const image = text(/^[^\s]{1,255}$/, "the name of an image, without blanks");

/**
 * The fields of ECS's container definition that every container of an inference task takes, the daemon too, in ECS's
 * own spelling. ECS's API reference says more of each: ContainerDefinition.
 */
export interface ContainerSettings {
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
    environment?: pulumi.Input<pulumi.Input<KeyValuePair>[]> | undefined;
    /** Files in Amazon S3 with environment variables; the execution role may read them. Default: none. */
    environmentFiles?: pulumi.Input<pulumi.Input<EnvironmentFile>[]> | undefined;
    /**
     * Environment variables from AWS Secrets Manager, or from Systems Manager's Parameter Store; the execution role may
     * read them. Default: none.
     */
    secrets?: pulumi.Input<pulumi.Input<Secret>[]> | undefined;
    /** Where volumes of the task are mounted; the socket's is mounted by the component. Default: none. */
    mountPoints?: pulumi.Input<pulumi.Input<MountPoint>[]> | undefined;
    /** Other containers whose volumes are mounted too. Default: none. */
    volumesFrom?: pulumi.Input<pulumi.Input<VolumeFrom>[]> | undefined;
    /** Capabilities, devices other than Neuron's, shared memory, tmpfs, swap. Default: none. */
    linuxParameters?: pulumi.Input<LinuxParameters> | undefined;
    /** Where the container's output goes. Default: the task's log group, unless `logging` is off. */
    logConfiguration?: pulumi.Input<LogConfiguration> | undefined;
    /** How ECS tells whether the container serves. Default: the image's own. */
    healthCheck?: pulumi.Input<HealthCheck> | undefined;
    /** Seconds that a container which waits for this one waits at most. Default: 180 (the agent's). */
    startTimeout?: pulumi.Input<number> | undefined;
    /** Seconds from the signal to stop until the container is ended. Default: 30 (the agent's). */
    stopTimeout?: pulumi.Input<number> | undefined;
    /** Whether ECS restarts the container itself when it ends. Default: no. */
    restartPolicy?: pulumi.Input<ContainerRestartPolicy> | undefined;
    /** Limits of the container's processes, such as `memlock`. Default: the Docker daemon's. */
    ulimits?: pulumi.Input<pulumi.Input<Ulimit>[]> | undefined;
    /** Kernel parameters (`sysctl`) of the container's namespaces. Default: none. */
    systemControls?: pulumi.Input<pulumi.Input<SystemControl>[]> | undefined;
    /** Docker labels. Default: none. */
    dockerLabels?: pulumi.Input<{ [name: string]: pulumi.Input<string> }> | undefined;
    /** Options of SELinux, AppArmor or credential specs. Default: none. */
    dockerSecurityOptions?: pulumi.Input<pulumi.Input<string>[]> | undefined;
    /** Credential specs of Active Directory, each `credentialspec:…` or `credentialspecdomainless:…`. Default: none. */
    credentialSpecs?: pulumi.Input<pulumi.Input<string>[]> | undefined;
    /** The secret with which the image is pulled from a private registry. Default: none; ECR needs none. */
    repositoryCredentials?: pulumi.Input<RepositoryCredentials> | undefined;
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
    extraHosts?: pulumi.Input<pulumi.Input<HostEntry>[]> | undefined;
    /** Names of other containers, perhaps with an alias (`name:alias`); network mode `bridge` only. Default: none. */
    links?: pulumi.Input<pulumi.Input<string>[]> | undefined;
    /** Whether the standard input stays open. Default: false. */
    interactive?: pulumi.Input<boolean> | undefined;
    /** Whether there is a terminal. Default: false. */
    pseudoTerminal?: pulumi.Input<boolean> | undefined;
}

export const containerSettingsFields: Fields<ContainerSettings> = {
    cpu: integer(0, Infinity, "CPU units"),
    memory: integer(leastMemoryMiB, Infinity, "MiB"),
    memoryReservation: integer(leastMemoryMiB, Infinity, "MiB"),
    environment: list(keyValuePair, "a list of environment variables, each {name, value}", 0),
    environmentFiles: list(environmentFile, "a list of environment files", 0),
    secrets: list(secret, "a list of secrets", 0),
    mountPoints: list(mountPoint, "a list of mount points", 0),
    volumesFrom: list(volumeFrom, "a list of containers whose volumes are mounted", 0),
    linuxParameters,
    logConfiguration,
    healthCheck,
    startTimeout: seconds,
    stopTimeout: seconds,
    restartPolicy,
    ulimits: list(ulimit, "a list of limits", 0),
    systemControls: list(systemControl, "a list of kernel parameters", 0),
    dockerLabels: map(anyText, "an object of labels"),
    dockerSecurityOptions: texts,
    credentialSpecs: texts,
    repositoryCredentials,
    versionConsistency: oneOf(["enabled", "disabled"]),
    workingDirectory: anyText,
    readonlyRootFilesystem: boolean,
    disableNetworking: boolean,
    hostname: anyText,
    dnsServers: texts,
    dnsSearchDomains: texts,
    extraHosts: list(hostEntry, "a list of hosts", 0),
    links: texts,
    interactive: boolean,
    pseudoTerminal: boolean,
};

/** What the component decides in every container. */
export const ownedByTheComponent = {
    privileged:
        "a privileged container has all devices of the instance, and may take it over; name what it needs in " +
        "linuxParameters",
    resourceRequirements: "the component gives containers their Neuron devices, and the instances have no other kind",
} as const;
