import { isNeuronDevice, neuronEnvironment } from "../../contract";
import { all, anyOf, holds, not, UNKNOWN, type Known } from "../known";
import { bystanderReason, isWatcher } from "./bystanders";
import { workOf } from "./command-evidence";
import { labelledPart } from "./role-label";
import { isNamedForNeuron, isNeuronVariable, isSdkImage } from "./signs";
import { endConditions, type Container } from "./task-definition";

/** What a container shows by itself; a candidate where it shows nothing. */
export interface ShownRole {
    readonly container: Container;
    readonly part: Known<"model" | "other" | "candidate">;
    readonly reason: string;
}

/** What a container beside the daemon shows of its part. */
export function shownRole(
    container: Container,
    containers: readonly Container[],
    sidecars: readonly Container[],
): ShownRole {
    const label = labelledPart(container);
    if (label !== undefined) {
        return { container, part: label === "model" ? "model" : "other", reason: "its label says so" };
    }
    const watches = isWatcher(container);
    if (watches === true) {
        return { container, part: "other", reason: bystanderReason(container) ?? "its command watches" };
    }
    if (workOf(container) === "compiles") {
        return { container, part: "other", reason: "its command compiles" };
    }
    const serves = modelReason(container, watches);
    if (typeof serves === "string") {
        return { container, part: "model", reason: serves };
    }
    const stands = bystanderReason(container);
    if (stands !== undefined) {
        return { container, part: "other", reason: stands };
    }
    const prepares = preparesFor(container, containers, sidecars);
    if (prepares !== undefined && serves !== UNKNOWN) {
        return { container, part: "other", reason: prepares };
    }
    const joins = joinsDaemon(container, sidecars);
    if (typeof joins === "string" && watches !== UNKNOWN) {
        return { container, part: "model", reason: joins };
    }
    return serves === UNKNOWN || joins === UNKNOWN || (watches === UNKNOWN && typeof joins === "string")
        ? { container, part: UNKNOWN, reason: "what it has is not known" }
        : { container, part: "candidate", reason: "nothing shows what it does" };
}

/** Why a container serves a model, by what it has of Neuron. */
function modelReason(
    { image, environment, secrets, devices }: Container,
    watches: Known<boolean>,
): Known<string | undefined> {
    const isNamed = holds(image, (one) => isSdkImage(one) || isNamedForNeuron(one));
    const { rtdAddress } = neuronEnvironment;
    const signs: [Known<boolean>, string][] = [
        [anyOf(environment, ({ name }) => holds(name, (one) => one === rtdAddress)), `it has ${rtdAddress}`],
        [anyOf(secrets, (name) => holds(name, (one) => one === rtdAddress)), `it has ${rtdAddress} from a secret`],
        [anyOf(devices, ({ hostPath }) => holds(hostPath, isNeuronDevice)), "it maps a Neuron device"],
        [anyOf(environment, ({ name }) => holds(name, isNeuronVariable)), "it has a variable of Neuron"],
        [all([not(watches), isNamed]), "its image is named for Neuron"],
    ];
    return firstReason(signs);
}

/** Why a container takes part in what the daemon offers. */
function joinsDaemon(container: Container, sidecars: readonly Container[]): Known<string | undefined> {
    const names = new Set(sidecars.map(({ name }) => name));
    const volumes = new Set(
        sidecars.flatMap(({ mountPoints }) =>
            mountPoints === UNKNOWN ? UNKNOWN : mountPoints.map(({ sourceVolume }) => sourceVolume),
        ),
    );
    return firstReason([
        [
            anyOf(container.dependsOn, ({ containerName }) => holds(containerName, (name) => names.has(name))),
            "it depends on the daemon",
        ],
        [
            anyOf(container.mountPoints, ({ sourceVolume }) => holds(sourceVolume, (name) => volumes.has(name))),
            "it mounts the daemon's volume",
        ],
    ]);
}

/** Why a container only prepares something: the daemon waits for it, or another one for its end. */
function preparesFor(
    { name }: Container,
    containers: readonly Container[],
    sidecars: readonly Container[],
): string | undefined {
    const awaited = (by: Container, conditions?: readonly string[]) =>
        anyOf(
            by.dependsOn,
            ({ containerName, condition }) =>
                containerName === name && (conditions === undefined || conditions.includes(String(condition))),
        ) === true;
    if (sidecars.some((sidecar) => awaited(sidecar))) {
        return "the daemon waits for it";
    }
    return containers.some((other) => awaited(other, endConditions)) ? "others wait for its end" : undefined;
}

function firstReason(signs: readonly (readonly [Known<boolean>, string])[]): Known<string | undefined> {
    const found = signs.find(([answer]) => answer === true);
    return found !== undefined ? found[1] : signs.some(([answer]) => answer === UNKNOWN) ? UNKNOWN : undefined;
}
