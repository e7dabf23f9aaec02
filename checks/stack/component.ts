import { UNKNOWN, type Known } from "../../ecs/known";
import type { Path } from "../../ecs/path";
import { inputContainers, inputRuntime, type PlaceInputs, type TaskInputs } from "../../ecs/render/definition";

type Inputs = Readonly<Record<string, unknown>>;

/**
 * The container definitions that the component `TaskDefinition` will make of its inputs, with {@link UNKNOWN}
 * where an input is; UNKNOWN as a whole when the containers, or the runtime, are. Inputs of another shape than the
 * component takes are left out: it refuses them itself.
 */
export function componentContainers(inputs: Inputs): unknown {
    const { containers, sidecars = [], neuronRtd, pool } = inputs;
    const place = {
        ...inputs,
        pool: asObject(pool),
        instanceTypes: asTexts(inputs["instanceTypes"]),
    } as PlaceInputs;
    if (inputRuntime(place) === UNKNOWN || !isListOfObjects(containers) || !isListOfObjects(sidecars)) {
        return UNKNOWN;
    }
    // No input tells the stack's region, which is in the public image.
    return inputContainers({
        ...place,
        containers: containers.map((one) => plainContainer(one)) as unknown as TaskInputs["containers"],
        sidecars: sidecars.map((one) => plainContainer(one)) as unknown as TaskInputs["sidecars"],
        neuronRtd: daemonOf(neuronRtd),
        visibleDevices: text(inputs["visibleDevices"]),
        networkMode: text(inputs["networkMode"]),
        memory: text(inputs["memory"]),
    });
}

/** Every input of a component that is not known, by its path; a record of which nothing is known by its own. */
export function unknownInputs(value: unknown, path: Path = []): readonly Path[] {
    if (value === UNKNOWN) {
        return [path];
    }
    if (Array.isArray(value)) {
        return value.flatMap((item, index) => unknownInputs(item, [...path, index]));
    }
    if (!isObject(value)) {
        return [];
    }
    const members = Object.entries(value);
    const isUnknown = members.length > 1 && members.every(([, member]) => member === UNKNOWN);
    return isUnknown && path.length > 0
        ? [path]
        : members.flatMap(([key, item]) => unknownInputs(item, [...path, key]));
}

function daemonOf(given: unknown): TaskInputs["neuronRtd"] {
    if (!isObject(given)) {
        return asObject(given);
    }
    const { socket, healthCheck } = given;
    return {
        ...plainContainer(given),
        socket: asObject(socket),
        healthCheck: asObject(healthCheck),
    } as unknown as TaskInputs["neuronRtd"];
}

/** The lists and maps into which the renderer looks are those, or UNKNOWN. */
function plainContainer(container: Inputs): Inputs;
function plainContainer(container: Known<Inputs>): Known<Inputs>;
function plainContainer(container: Known<Inputs>): Known<Inputs> {
    if (container === UNKNOWN) {
        return UNKNOWN;
    }
    const { cores, environment, mountPoints, portMappings, dependsOn, linuxParameters, healthCheck } = container;
    return {
        ...container,
        cores: text(cores),
        environment: asList(environment),
        mountPoints: asList(mountPoints),
        portMappings: asList(portMappings),
        dependsOn: asList(dependsOn),
        healthCheck: asObject(healthCheck),
        linuxParameters: isObject(linuxParameters)
            ? {
                  ...linuxParameters,
                  devices: asList(linuxParameters["devices"]),
                  capabilities: capabilitiesOf(linuxParameters["capabilities"]),
              }
            : asObject(linuxParameters),
    };
}

function capabilitiesOf(given: unknown): unknown {
    return isObject(given) ? { ...given, add: asTexts(given["add"]) } : asObject(given);
}

function asObject(value: unknown): Known<Inputs> | undefined {
    return value === UNKNOWN || isObject(value) ? value : undefined;
}

function asList(value: unknown): Known<readonly unknown[]> | undefined {
    return Array.isArray(value) ? value.filter((one) => one === UNKNOWN || isObject(one)) : unknownOnly(value);
}

function asTexts(value: unknown): Known<readonly unknown[]> | undefined {
    return Array.isArray(value) ? (value as unknown[]) : unknownOnly(value);
}

function unknownOnly(value: unknown): typeof UNKNOWN | undefined {
    return value === UNKNOWN ? value : undefined;
}

function text(value: unknown): Known<string> | undefined {
    return value === undefined ? undefined : typeof value === "string" ? value : UNKNOWN;
}

function isListOfObjects(value: unknown): value is readonly Known<Inputs>[] {
    return Array.isArray(value) && value.every((one) => one === UNKNOWN || isObject(one));
}

function isObject(value: unknown): value is Inputs {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
