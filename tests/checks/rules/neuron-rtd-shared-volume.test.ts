import { UNKNOWN } from "../../../ecs/known";
import { address, first, leaves, mount, nothing, second, specify, variable, violates } from "../right-task";

const noAddress = `neuron-rtd-address: ${first}.environment.NEURON_RTD_ADDRESS: container "bert"`;
specify("neuron-rtd-shared-volume", [
    [
        "asks for any volume where the sidecar does not say its socket",
        { daemon: { command: [], mountPoints: [] } },
        violates(
            `neuron-rtd-shared-volume: ${second}.mountPoints: container "neuron-rtd" mounts no declared task volume; ` +
                "the sidecar and the model container must share one there: declare it in volumes, and mount it in both",
        ),
    ],
    [
        "asks for any volume where the model container's address is no socket's",
        { model: { environment: [variable("NEURON_RTD_ADDRESS", "localhost:7000")], mountPoints: [] } },
        violates(
            `neuron-rtd-shared-volume: ${first}.mountPoints: container "bert" mounts no declared task volume; the ` +
                "sidecar and the model container must share one there: declare it in volumes, and mount it in both",
            `${noAddress} has NEURON_RTD_ADDRESS "localhost:7000", which is a TCP address; it must name a Unix socket ` +
                `on a volume that the containers share, as unix: and an absolute path: set it to "${address}"`,
        ),
    ],
    [
        "accepts one volume of several where no socket is named",
        { model: { environment: [], mountPoints: [mount("data", "/data"), mount("sock", "/sock")] } },
        violates(
            `${noAddress} has no NEURON_RTD_ADDRESS in its environment; it must name the socket of the sidecar, ` +
                `container "neuron-rtd": set it to "${address}"`,
        ),
    ],
    [
        "asks for the volume above the socket, whatever else the sidecar mounts",
        { daemon: { mountPoints: [mount("data", "/data")] } },
        violates(
            `neuron-rtd-shared-volume: ${second}.mountPoints: container "neuron-rtd" mounts no declared task ` +
                `volume above its socket "${address}"; the sidecar and the model container must share one there: ` +
                "declare it in volumes, and mount it in both",
        ),
    ],
    [
        "tells which volume is meant where the name of one is misspelt",
        { model: { mountPoints: [mount("socks", "/sock")] } },
        violates(
            `neuron-rtd-shared-volume: ${first}.mountPoints: container "bert" mounts no declared task volume above ` +
                `its socket "${address}", as none is "socks" (did you mean sock?); the sidecar and the model container ` +
                "must share one there: declare it in volumes, and mount it in both",
        ),
    ],
    [
        "does not mind how the sidecar mounts another volume",
        { daemon: { mountPoints: [{ ...mount("data", "/data"), readOnly: true }, mount("sock", "/sock")] } },
        nothing,
    ],
    [
        "knows nothing of a mount that may be read-only",
        { daemon: { mountPoints: [{ ...mount("sock", "/sock"), readOnly: UNKNOWN }] } },
        leaves(`neuron-rtd-shared-volume: ${second}.mountPoints`),
    ],
]);
