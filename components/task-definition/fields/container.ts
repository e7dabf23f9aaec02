import { ecsNamePattern, ecsNameRequirement, leastMemoryMiB } from "../../../contract";
import { list, map, object, required, type Check, type Fields } from "../../validation/shape";
import { anyText, boolean, integer, oneOf, text } from "../../validation/values";
import type { ContainerArgs, ContainerSettingsArgs, ModelContainerArgs } from "../args/container";
import { containerDependency, healthCheck, hostEntry, restartPolicy, systemControl, ulimit } from "./container-run";
import { environmentFile, keyValuePair, repositoryCredentials, secret } from "./container-values";
import { linuxParameters } from "./linux-parameters";
import { firelensConfiguration, logConfiguration } from "./logging";
import { portMapping } from "./port-mapping";
import { mountPoint, volumeFrom } from "./volume";

const texts = list(anyText, "a list of texts", 0);
const seconds = integer(0, Infinity, "seconds");

export const image = text(/^[^\s]{1,255}$/, "the name of an image, without blanks");

export const containerSettingsFields: Fields<ContainerSettingsArgs> = {
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
    dockerLabels: map(anyText, "a map of labels"),
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

const containerFields: Fields<ContainerArgs> = {
    name: required(text(ecsNamePattern, ecsNameRequirement), "give the container a name"),
    image: required(image, "give the container's image"),
    ...containerSettingsFields,
    entryPoint: texts,
    command: texts,
    user: anyText,
    essential: boolean,
    portMappings: list(portMapping, "a list of port mappings", 0),
    dependsOn: list(containerDependency, "a list of dependencies", 0),
    firelensConfiguration,
};

const modelContainerFields: Fields<ModelContainerArgs> = { ...containerFields, visibleDevices: anyText };

/** What the component decides in every container. */
export const ownedByTheComponent = {
    privileged:
        "a privileged container has all devices of the instance, and may take it over; name what it needs in " +
        "linuxParameters",
    resourceRequirements: "the component gives containers their Neuron devices, and the instances have no other kind",
} as const;

export const modelContainer: Check = object("a model container", modelContainerFields, ownedByTheComponent);

export const sidecar: Check = object("a sidecar", containerFields, {
    ...ownedByTheComponent,
    visibleDevices: "a sidecar uses no Neuron device; a container that does stands in containers",
});
