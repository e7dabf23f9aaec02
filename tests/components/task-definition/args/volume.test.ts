import { refuses } from "../harness";

describe("TaskDefinition, before it registers a child, with volumes of a kind", () => {
    refuses([
        [
            "a volume of Windows",
            { volumes: [{ name: "models", fsxWindowsFileServerVolumeConfiguration: {} }] },
            [
                "volumes[0].fsxWindowsFileServerVolumeConfiguration must not be given: Neuron has no driver for Windows; " +
                    "take a volume of another kind",
            ],
        ],
    ]);
});
