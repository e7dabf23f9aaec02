import { isNeuronRtdImage, neuronEnvironment, neuronRtdCapabilities, neuronRtdName } from "../../contract";
import { runsNeuronRtd } from "../shell/daemon-command";
import { memo } from "../memo";
import { all, any, anyOf, holds, not, UNKNOWN, type Known } from "../known";
import type { Property } from "../path";
import { argumentsOf, undecidedArguments } from "./command-line";
import { labelledPart } from "./role-label";
import { isLibnrtVariable, isNeuronxImage } from "./signs";
import type { Container } from "./task-definition";

/** Why a container is the daemon's, in words; undefined where it is not. Unknown while something could say so. */
export const daemonReason = memo((container: Container): Known<string | undefined> => {
    const { name, image } = container;
    const label = labelledPart(container);
    if (label !== undefined) {
        return label === "daemon" ? "its label says so" : undefined;
    }
    if (name === neuronRtdName) {
        return "it is named so";
    }
    const byImage = holds(image, isNeuronRtdImage);
    if (byImage === true) {
        return `its image is ${neuronRtdName}`;
    }
    const argv = argumentsOf(container);
    const byCommand = argv === UNKNOWN ? UNKNOWN : runsNeuronRtd(argv);
    if (byCommand === true) {
        return `its command runs ${neuronRtdName}`;
    }
    return name === UNKNOWN || byImage === UNKNOWN || byCommand === UNKNOWN ? UNKNOWN : undefined;
});

/** A sidecar is known by its label, its name, its image's repository, or a command that runs the daemon. */
export const isSidecar = memo((container: Container): Known<boolean> => {
    const reason = daemonReason(container);
    return reason === UNKNOWN ? UNKNOWN : reason !== undefined;
});

const [systemAdministration] = neuronRtdCapabilities;

/**
 * Whether a container behaves as the daemon: it is given the devices, and the capability that only the daemon needs. So
 * an own image under another name is known, whose entry point is in the image.
 */
export const behavesAsDaemon = memo((container: Container): Known<boolean> =>
    labelledPart(container) !== undefined
        ? false
        : all([
              anyOf(container.environment, ({ name }) =>
                  holds(name, (known) => known === neuronEnvironment.visibleDevices),
              ),
              anyOf(container.addedCapabilities, (added) => holds(added, (known) => known === systemAdministration)),
              not(usesLibrary(container)),
          ]),
);

/** A model container of Runtime 2.x may have both too: the Neuron documentation gives its vLLM image the capability. */
function usesLibrary({ image, environment }: Container): Known<boolean> {
    return any([holds(image, isNeuronxImage), anyOf(environment, ({ name }) => holds(name, isLibnrtVariable))]);
}

/** What is not known of a container, and could make a sidecar of it. */
export function unknownIdentity(container: Container): Property {
    const { path, name, image } = container;
    if (name === UNKNOWN) {
        return { path: image === UNKNOWN ? path : [...path, "name"] };
    }
    return image === UNKNOWN ? { path: [...path, "image"] } : undecidedArguments(container);
}
