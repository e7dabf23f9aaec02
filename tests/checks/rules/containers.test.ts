import { UNKNOWN } from "../../../checks/known";
import { awaiting, first, leaves, nothing, plain, second, specify, third, variable, violates } from "../right-task";

specify("neuron-rtd-capabilities", [
    [
        "knows enough where both stand beside one that is not known",
        { daemon: { linuxParameters: { capabilities: { add: ["SYS_ADMIN", "IPC_LOCK", UNKNOWN] } } } },
        leaves(`neuron-rtd-least-privilege: ${second}.linuxParameters.capabilities.add`),
    ],
]);

specify("neuron-rtd-least-privilege", [
    [
        "knows a capability by the kernel's prefix only at its start",
        { model: { linuxParameters: { capabilities: { add: ["SYS_CAP_ADMIN"] } } } },
        nothing,
    ],
    [
        "knows nothing of a flag that is not known",
        { model: { privileged: UNKNOWN } },
        leaves(`neuron-rtd-least-privilege: ${first}.privileged`),
    ],
]);

specify("neuron-rtd-sidecar", [
    [
        "does not ask which further container serves a model, where one does",
        { further: [{ ...plain("x"), environment: UNKNOWN }] },
        leaves(
            `neuron-rtd-starts-first: ${third}`,
            `neuron-rtd-shared-volume: ${third}`,
            `neuron-rtd-address: ${third}`,
        ),
    ],
    [
        "asks which container serves a model, where none is known to",
        { model: { ...awaiting(), environment: UNKNOWN, mountPoints: [] }, further: [plain("x")] },
        leaves(
            `neuron-rtd-sidecar: ${first}`,
            `neuron-rtd-starts-first: ${first}`,
            `neuron-rtd-starts-first: ${third}`,
            `neuron-rtd-shared-volume: ${first}`,
            `neuron-rtd-shared-volume: ${third}`,
            `neuron-rtd-address: ${first}`,
            `neuron-rtd-address: ${third}`,
        ),
    ],
]);

const uncontiguous =
    `neuron-visible-devices: ${second}.environment.AWS_NEURON_VISIBLE_DEVICES: container "neuron-rtd" has ` +
    'AWS_NEURON_VISIBLE_DEVICES "0,2", but there is a gap between 0 and 2: the list must be contiguous; it must be ' +
    "ALL, or a contiguous ascending list of device indexes such as 0 or 0,1: set it to ALL";
const placements = ["neuron-placement", "neuron-image-supports-instance", "neuron-task-fits"].map(
    (rule) => `${rule}: placementConstraints`,
);
const devices = (value: string) => ({ environment: [variable("AWS_NEURON_VISIBLE_DEVICES", value)] });
specify("neuron-visible-devices", [
    ["needs no placement for ALL", { rest: { placementConstraints: UNKNOWN } }, leaves(...placements)],
    [
        "needs no placement for a list that is none",
        { daemon: devices("0,2"), rest: { placementConstraints: UNKNOWN } },
        { violations: [uncontiguous], undecided: placements },
    ],
    [
        "needs the placement for the bounds of a list",
        { daemon: devices("0,1"), rest: { placementConstraints: UNKNOWN } },
        leaves("neuron-visible-devices: placementConstraints", ...placements),
    ],
]);

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
