import type * as pulumi from "@pulumi/pulumi";
import { ecsNamePattern, ecsNameRequirement } from "../../../contract";
import { awsObject, list, required, type Fields } from "../../validation/shape";
import { anyText, boolean, text } from "../../validation/values";
import { containerDependency, type ContainerDependency } from "./container-run";
import {
    containerSettingsFields,
    image,
    ownedByTheComponent,
    texts,
    type ContainerSettings,
} from "./container-settings";
import { firelensConfiguration, type FirelensConfiguration } from "./logging";
import { cores, numCores } from "./cores";
import { portMapping, type PortMapping } from "./port-mapping";

/** A container of an inference task that serves no model: it collects logs or metrics, or prepares something. */
export interface Container extends ContainerSettings {
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
    portMappings?: pulumi.Input<pulumi.Input<PortMapping>[]> | undefined;
    /** Containers that must start, or end, before this one starts; the component adds the daemon. Default: none. */
    dependsOn?: pulumi.Input<pulumi.Input<ContainerDependency>[]> | undefined;
    /** Makes this the container that routes the logs of the others. Default: it routes none. */
    firelensConfiguration?: pulumi.Input<FirelensConfiguration> | undefined;
}

const containerFields: Fields<Container> = {
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

const ofModels = "a sidecar uses no Neuron device; a container that does stands in containers";

export const sidecar = awsObject<Container>("a sidecar", containerFields, {
    ...ownedByTheComponent,
    visibleDevices: ofModels,
    cores: ofModels,
    numCores: ofModels,
});

/** A container that serves a model. */
export interface ModelContainer extends Container {
    /**
     * With `libnrt` the devices that this container maps: a list such as `0,1`, or `ALL`. Model containers that share a
     * device each need `cores` or `numCores`. Default: those of the task.
     */
    visibleDevices?: pulumi.Input<string> | undefined;
    /**
     * With `libnrt` the NeuronCores that this container takes, by index from those of device 0 on: `0-1`, or `0,2`. No
     * two containers may take the same. Excludes `numCores`. Default: all cores of its devices.
     */
    cores?: pulumi.Input<string> | undefined;
    /** With `libnrt` how many NeuronCores this container takes, whichever are free. Default: all of its devices'. */
    numCores?: pulumi.Input<number> | undefined;
}

export const modelContainer = awsObject<ModelContainer>(
    "a model container",
    { ...containerFields, visibleDevices: anyText, cores, numCores },
    ownedByTheComponent,
);
