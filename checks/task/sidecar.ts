import { isNeuronRtdImage, neuronRtdName, runsNeuronRtd } from "../../contract";
import { fact } from "../facts";
import { holds, UNKNOWN, type Known } from "../known";
import { argumentsOf, unknownArguments } from "./command-line";
import type { Container } from "./task-definition";

/** A sidecar is known by its name, by its image's repository, or by a command that runs the daemon. */
export const isSidecar = fact((container: Container): Known<boolean> => {
    const { name, image } = container;
    if (name === neuronRtdName) {
        return true;
    }
    const byImage = holds(image, isNeuronRtdImage);
    if (byImage === true) {
        return true;
    }
    const byCommand = holds(argumentsOf(container), runsNeuronRtd);
    return byCommand === true ? true : name === UNKNOWN || byImage === UNKNOWN ? UNKNOWN : byCommand;
});

/** What is not known of a container, and could make a sidecar of it. */
export function unknownIdentity(container: Container): string {
    const { path, name, image } = container;
    if (name === UNKNOWN) {
        return image === UNKNOWN ? path : `${path}.name`;
    }
    return image === UNKNOWN ? `${path}.image` : unknownArguments(container);
}
