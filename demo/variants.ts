import { neuronEnvironment, neuronRtdCapabilities, neuronRtdName, socketAddress, socketVolume } from "../contract";

interface Variable {
    readonly name: string;
    value: string;
}

/** What the variants touch of a container definition. */
export interface Container {
    readonly name: string;
    essential: boolean;
    dependsOn?: object[];
    mountPoints: object[];
    readonly environment: Variable[];
    readonly linuxParameters?: { readonly capabilities: { add: string[] } };
}

/** One mistake in the stack's task definition. */
export interface Variant {
    /** The only rule that the mistake breaks. */
    readonly rule: string;
    /** What a person would say was done. */
    readonly mistake: string;
    readonly make: (containers: readonly Container[]) => void;
}

function sidecar(containers: readonly Container[]): Container {
    return the(containers.find(({ name }) => name === neuronRtdName));
}

function model(containers: readonly Container[]): Container {
    return the(containers.find(({ name }) => name !== neuronRtdName));
}

function variable(container: Container, wanted: string): Variable {
    return the(container.environment.find(({ name }) => name === wanted));
}

function the<T>(found: T | undefined): T {
    if (found === undefined) {
        throw new Error("the stack's task definition is not the one that this variant was written for");
    }
    return found;
}

/** A variant for each of the first six rules of the policy pack. */
export const variants: readonly Variant[] = [
    {
        rule: "neuron-rtd-sidecar",
        mistake: "the sidecar is not essential",
        make: (containers) => {
            sidecar(containers).essential = false;
        },
    },
    {
        rule: "neuron-rtd-starts-first",
        mistake: "the model container does not wait for the sidecar",
        make: (containers) => {
            delete model(containers).dependsOn;
        },
    },
    {
        rule: "neuron-rtd-capabilities",
        mistake: `the sidecar adds only ${neuronRtdCapabilities[0]}`,
        make: (containers) => {
            the(sidecar(containers).linuxParameters).capabilities.add = [neuronRtdCapabilities[0]];
        },
    },
    {
        rule: "neuron-rtd-shared-volume",
        mistake: "the model container does not mount the sidecar's volume",
        make: (containers) => {
            model(containers).mountPoints = [];
        },
    },
    {
        rule: "neuron-rtd-address",
        mistake: "the model container looks for another socket",
        make: (containers) => {
            variable(model(containers), neuronEnvironment.rtdAddress).value = socketAddress(
                `${socketVolume.containerPath}/other`,
            );
        },
    },
    {
        rule: "neuron-visible-devices",
        mistake: "the devices are not contiguous",
        make: (containers) => {
            variable(sidecar(containers), neuronEnvironment.visibleDevices).value = "0,2";
        },
    },
];

/** The resource in which the mistakes are made. */
export const taskDefinitionType = "aws:ecs/taskDefinition:TaskDefinition";

/** The variable that tells the program which rule to break. */
export const brokenRuleVariable = "BREAK_RULE";
