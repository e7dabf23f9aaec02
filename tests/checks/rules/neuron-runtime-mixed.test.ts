import { UNKNOWN } from "../../../ecs/known";
import assert from "node:assert/strict";
import { findings } from "../configured-rules";
import { address, first, leaves, model, nothing, plain, specify, third, variable, violates } from "../right-task";

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
        "names the devices of each container, once",
        {
            model: { ...mapping("/dev/neuron0"), environment: [variable("NEURON_RT_NUM_CORES", "1")] },
            further: [{ ...plain("second"), ...mapping("/dev/fuse", "/dev/neuron1") }],
        },
        violates(
            ...[`${first} "bert" "/dev/neuron0"`, `${third} "second" "/dev/neuron1"`].map((one) => {
                const [path, name, device] = one.split(" ") as [string, string, string];
                return (
                    `neuron-runtime-mixed: ${path}.linuxParameters.devices: container ${name} maps ${device} for ` +
                    'Runtime 2.x, but container "neuron-rtd" is a neuron-rtd sidecar, for Runtime 1.x; it must be set ' +
                    "up for one of the two: remove the devices, or remove the sidecar"
                );
            }),
        ),
    ],
    [
        "asks to remove a variable of the library",
        { model: { environment: [variable("NEURON_RT_NUM_CORES", "1")] } },
        violates(
            `neuron-runtime-mixed: ${first}.environment.NEURON_RT_NUM_CORES: container "bert" has NEURON_RT_NUM_CORES ` +
                'for Runtime 2.x, but container "neuron-rtd" is a neuron-rtd sidecar, for Runtime 1.x; it must be set ' +
                "up for one of the two: remove that, or remove the sidecar",
        ),
    ],
    [
        "names a variable of the library where the devices are not known",
        {
            model: {
                environment: [variable("NEURON_RT_NUM_CORES", "1")],
                linuxParameters: { devices: UNKNOWN },
            },
        },
        violates(
            `neuron-runtime-mixed: ${first}.environment.NEURON_RT_NUM_CORES: container "bert" has NEURON_RT_NUM_CORES for Runtime 2.x, ` +
                'but container "neuron-rtd" is a neuron-rtd sidecar, for Runtime 1.x; it must be set up for one of the two: ' +
                "remove that, or remove the sidecar",
        ),
    ],
    [
        "asks to remove a requirement of devices",
        { model: { environment: [], resourceRequirements: [{ type: "NeuronDevice", value: "ALL" }] } },
        violates(
            `neuron-runtime-mixed: ${first}.resourceRequirements: container "bert" requires NeuronDevice for devices that ECS assigns, ` +
                'but container "neuron-rtd" is a neuron-rtd sidecar, for Runtime 1.x; it must be set up for one of the two: ' +
                "remove the resource requirement, or remove the sidecar",
        ),
    ],
    [
        "accepts other variables of the library beside the sidecar",
        { model: { environment: [...model.environment, variable("NEURON_RT_LOG_LEVEL", "INFO")] } },
        nothing,
    ],
    [
        "names the address of the container that maps the device, whichever else has one",
        {
            further: [
                {
                    ...plain("second", "neuron-rtd"),
                    ...mapping("/dev/neuron0"),
                    environment: [variable("NEURON_RTD_ADDRESS", address)],
                    mountPoints: model.mountPoints,
                },
            ],
        },
        violates(
            `neuron-runtime-mixed: ${third}.linuxParameters.devices: container "second" maps "/dev/neuron0" for Runtime 2.x, ` +
                "and has NEURON_RTD_ADDRESS for Runtime 1.x; it must be set up for one of the two: " +
                "remove the devices, or remove NEURON_RTD_ADDRESS",
        ),
    ],
    [
        "names the sidecar where the container that maps the device has no address",
        { further: [{ ...plain("second"), ...mapping("/dev/neuron0") }] },
        violates(
            `neuron-runtime-mixed: ${third}.linuxParameters.devices: container "second" maps "/dev/neuron0" for Runtime 2.x, ` +
                'but container "neuron-rtd" is a neuron-rtd sidecar, for Runtime 1.x; it must be set up for one of the two: ' +
                "remove the devices, or remove the sidecar",
        ),
    ],
    [
        "names the container with the address where no sidecar is",
        {
            daemon: { name: "own", image: "own:1", environment: [], entryPoint: ["/run"], command: [] },
            further: [{ ...plain("second"), ...mapping("/dev/neuron0") }],
        },
        violates(
            `neuron-runtime-mixed: ${third}.linuxParameters.devices: container "second" maps "/dev/neuron0" for Runtime 2.x, ` +
                'but container "bert" has NEURON_RTD_ADDRESS, for Runtime 1.x; it must be set up for one of the two: ' +
                "remove the devices, or remove NEURON_RTD_ADDRESS",
        ),
    ],
    [
        "knows a device beside one that is not known",
        { model: { ...mapping(UNKNOWN, "/dev/neuron0"), environment: [] } },
        violates(
            `neuron-runtime-mixed: ${first}.linuxParameters.devices: container "bert" maps "/dev/neuron0" for ` +
                'Runtime 2.x, but container "neuron-rtd" is a neuron-rtd sidecar, for Runtime 1.x; it must be set up ' +
                "for one of the two: remove the devices, or remove the sidecar",
        ),
    ],
    [
        "knows nothing of devices that are not known",
        { model: { linuxParameters: { devices: UNKNOWN } } },
        leaves(`neuron-runtime-mixed: ${first}.linuxParameters.devices`),
    ],
    [
        "knows nothing of a device that is not known",
        { model: mapping(UNKNOWN) },
        leaves(`neuron-runtime-mixed: ${first}.linuxParameters.devices`),
    ],
]);

describe("A task of the runtime library", () => {
    it("is not mixed with a daemon that it does not have, whichever of its devices are not known", () => {
        const definition = {
            containerDefinitions: [{ name: "llm", image: "own:1", ...mapping("/dev/neuron0", UNKNOWN) }],
        };
        assert.deepStrictEqual(findings(definition, {}), {
            "libnrt-devices": ["? containerDefinitions[0].linuxParameters.devices"],
        });
    });
});
