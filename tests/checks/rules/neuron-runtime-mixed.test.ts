import { UNKNOWN } from "../../../checks/known";
import { first, leaves, specify, violates } from "../right-task";

const mapping = (...paths: unknown[]) => ({
    linuxParameters: { devices: paths.map((hostPath) => ({ hostPath, containerPath: "/dev/x" })) },
});
const both = (mapped: string) =>
    violates(
        `neuron-runtime-mixed: ${first}.linuxParameters.devices: container "bert" maps ${mapped} for Runtime 2.x, ` +
            "and has NEURON_RTD_ADDRESS for Runtime 1.x; it must be set up for one of the two: remove the devices, or " +
            "remove NEURON_RTD_ADDRESS",
    );
specify("neuron-runtime-mixed", [
    [
        "refuses devices beside a sidecar, and leaves the contract of either alone",
        { model: { ...mapping("/dev/neuron0"), environment: [] } },
        violates(
            `neuron-runtime-mixed: ${first}.linuxParameters.devices: container "bert" maps "/dev/neuron0" for ` +
                'Runtime 2.x, but container "neuron-rtd" is a neuron-rtd sidecar, for Runtime 1.x; it must be set up ' +
                "for one of the two: remove the devices, or remove the sidecar",
        ),
    ],
    [
        "names three devices",
        { model: mapping("/dev/neuron0", "/dev/neuron1", "/dev/neuron2") },
        both('"/dev/neuron0", "/dev/neuron1", "/dev/neuron2"'),
    ],
    [
        "names three of more devices",
        { model: mapping("/dev/neuron0", "/dev/neuron1", "/dev/neuron2", "/dev/neuron3") },
        both('"/dev/neuron0", "/dev/neuron1", "/dev/neuron2", …'),
    ],
    [
        "knows nothing of a device that is not known",
        { model: mapping(UNKNOWN) },
        leaves(`neuron-runtime-mixed: ${first}.linuxParameters.devices`),
    ],
]);
