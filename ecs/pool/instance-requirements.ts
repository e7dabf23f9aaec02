import { neuronInstances, neuronInstanceTypes, type NeuronInstanceType } from "../../contract";

/**
 * What a group, a launch template or a provider of Managed Instances asks of instances in place of naming their types.
 *
 * Source: Amazon EC2 API Reference, InstanceRequirements; Amazon ECS API Reference, InstanceRequirementsRequest.
 */
export interface InstanceRequirements {
    /** Patterns, with `*` for any characters; undefined for all types. */
    readonly allowedInstanceTypes: readonly string[] | undefined;
    readonly excludedInstanceTypes: readonly string[];
    /** Each undefined where any will do, and where none will. */
    readonly acceleratorManufacturers: readonly string[] | undefined;
    readonly acceleratorNames: readonly string[] | undefined;
    readonly acceleratorTypes: readonly string[] | undefined;
    readonly acceleratorCount: Range;
    readonly vCpuCount: Range;
    readonly memoryMiB: Range;
}

export interface Range {
    readonly min: number | undefined;
    readonly max: number | undefined;
}

/** Stands for the types that requirements let in without naming them. */
export const otherInstanceTypes = "other types";

/**
 * The instance types that meet requirements: those of Inferentia and Trainium that are known, and of all others what
 * lets them in, as a pattern or as {@link otherInstanceTypes}.
 */
export function typesMeeting(requirements: InstanceRequirements): readonly string[] {
    const { allowedInstanceTypes: allowed, excludedInstanceTypes: excluded } = requirements;
    const neuron = hasNeuronAccelerators(requirements)
        ? neuronInstanceTypes.filter(
              (type) =>
                  (allowed?.some((pattern) => matches(type, pattern)) ?? true) &&
                  !excluded.some((pattern) => matches(type, pattern)) &&
                  meetsSize(type, requirements),
          )
        : [];
    const isKnown = (pattern: string) => neuronInstanceTypes.some((type) => matches(type, pattern));
    const named = (allowed ?? [otherInstanceTypes]).filter((pattern) =>
        /^(?:inf|trn)/.test(pattern) ? !isKnown(pattern) : hasOtherAccelerators(requirements),
    );
    return [...neuron, ...named];
}

/** Of AWS's accelerators there are only Inferentia and Trainium. */
const manufacturer = "amazon-web-services";
const neuronNames = /^(?:inferentia|trainium)/;

function hasNeuronAccelerators(requirements: InstanceRequirements): boolean {
    const { acceleratorManufacturers, acceleratorNames, acceleratorTypes } = requirements;
    return (
        (acceleratorManufacturers?.includes(manufacturer) ?? true) &&
        (acceleratorNames?.some((name) => neuronNames.test(name)) ?? true) &&
        (acceleratorTypes?.includes("inference") ?? true)
    );
}

/** Whether types of other families can meet the requirements. */
function hasOtherAccelerators(requirements: InstanceRequirements): boolean {
    const { acceleratorManufacturers, acceleratorNames, acceleratorTypes } = requirements;
    return (
        acceleratorManufacturers?.every((one) => one === manufacturer) !== true &&
        acceleratorNames?.every((name) => neuronNames.test(name)) !== true &&
        acceleratorTypes?.every((type) => type === "inference") !== true
    );
}

function meetsSize(type: NeuronInstanceType, requirements: InstanceRequirements): boolean {
    const { acceleratorCount, vCpuCount, memoryMiB, acceleratorNames } = requirements;
    const { chip, chips, vCpus, memoryGiB } = neuronInstances[type];
    return (
        within(chips, acceleratorCount) &&
        within(vCpus, vCpuCount) &&
        within(memoryGiB * 1024, memoryMiB) &&
        (acceleratorNames?.some((name) => chip.toLowerCase().startsWith(name.replace(/\d/, ""))) ?? true)
    );
}

function within(value: number, { min = 0, max = Infinity }: Range): boolean {
    return min <= value && value <= max;
}

function matches(type: string, pattern: string): boolean {
    const parts = pattern.split("*").map((part) => part.replace(/[^\w-]/g, "\\$&"));
    return new RegExp(`^${parts.join("[^]*")}$`).test(type);
}
