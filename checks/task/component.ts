import { allDevices, neuronRtdDefaults, socketVolume } from "../../contract";
import { containerDefinitions, type ModelContainer } from "../../contract/container-definitions";
import { UNKNOWN } from "../known";

type Inputs = Readonly<Record<string, unknown>>;

/** Stands in texts for what is not known, while the definitions are built; no definition can hold it. */
const marker = "\u0000unknown\u0000";

/**
 * The container definitions that the component `NeuronTaskDefinition` will make of its inputs, with {@link UNKNOWN}
 * where an input is; UNKNOWN as a whole when the containers are.
 */
export function componentContainers(inputs: Inputs): unknown {
    const { containers } = inputs;
    if (!Array.isArray(containers) || !containers.every((one) => one === UNKNOWN || isObject(one))) {
        return UNKNOWN;
    }
    const { networkMode, neuronRtdHealthCheckCommand: healthCheck } = inputs;
    const definitions = containerDefinitions({
        containers: containers.map((one) => plainContainer(isObject(one) ? one : {}) as unknown as ModelContainer),
        // The public image is one of the stack's region, which no input tells.
        neuronRtdImage: text(inputs["neuronRtdImage"]) ?? marker,
        neuronRtdMemoryReservationMiB: numberOf(
            inputs["neuronRtdMemoryReservationMiB"],
            neuronRtdDefaults.memoryReservationMiB,
        ),
        neuronRtdCpu: numberOf(inputs["neuronRtdCpu"], neuronRtdDefaults.cpu),
        neuronRtdHealthCheckCommand: healthCheck as string[] | undefined,
        visibleDevices: text(inputs["visibleDevices"]) ?? allDevices,
        socketVolumeName: text(inputs["socketVolumeName"]) ?? socketVolume.name,
        socketContainerPath: text(inputs["socketContainerPath"]) ?? socketVolume.containerPath,
        networkMode: text(networkMode),
    });
    return definitions.map((definition, index) => {
        const given: unknown = containers[index];
        const built = unmarked(definition) as Inputs;
        return given === UNKNOWN
            ? UNKNOWN
            : { ...built, ...(isObject(given) ? openParts(given, built, networkMode === UNKNOWN) : {}) };
    });
}

/** Every input of a component that is not known, by its path. */
export function unknownInputs(value: unknown, path = ""): readonly string[] {
    if (value === UNKNOWN) {
        return [path];
    }
    if (Array.isArray(value)) {
        return value.flatMap((item, index) => unknownInputs(item, `${path}[${index}]`));
    }
    return isObject(value)
        ? Object.entries(value).flatMap(([key, item]) => unknownInputs(item, path === "" ? key : `${path}.${key}`))
        : [];
}

/**
 * Lists and maps that the builder goes through must be there; {@link openParts} says afterwards that they are not
 * known.
 */
function plainContainer(container: Inputs): Inputs {
    const { environment, portMappings } = container;
    return {
        ...container,
        environment: isObject(environment) ? environment : {},
        portMappings: Array.isArray(portMappings) ? portMappings.filter(isObject) : [],
    };
}

/** The component adds its own variables to an environment that is not known. */
function openParts({ environment, portMappings }: Inputs, built: Inputs, modeIsOpen: boolean): Inputs {
    const isListOpen = portMappings === UNKNOWN || (Array.isArray(portMappings) && portMappings.includes(UNKNOWN));
    const portsAreOpen = isListOpen || (modeIsOpen && portMappings !== undefined);
    return {
        ...(environment === UNKNOWN ? { environment: [...(built["environment"] as unknown[]), UNKNOWN] } : {}),
        ...(portsAreOpen ? { portMappings: UNKNOWN } : {}),
    };
}

function text(value: unknown): string | undefined {
    return value === undefined ? undefined : typeof value === "string" ? value : marker;
}

function numberOf(value: unknown, absent: number): number {
    return typeof value === "number" ? value : absent;
}

function unmarked(value: unknown): unknown {
    if (Array.isArray(value)) {
        return value.map(unmarked);
    }
    if (isObject(value)) {
        return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, unmarked(item)]));
    }
    return typeof value === "string" && value.includes(marker) ? UNKNOWN : value;
}

function isObject(value: unknown): value is Inputs {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
