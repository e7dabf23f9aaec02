import assert from "node:assert/strict";
import { variable } from "../right-task";
import { migrated, device } from "./migrated-task";

describe("The devices of a migrated task", () => {
    it("maps every device of the type, and of a list only those in it", () => {
        const devices = (...args: Parameters<typeof migrated>) =>
            migrated(...args).definition.containerDefinitions[0]?.["linuxParameters"];
        const only = (value: string) => ({ daemon: { environment: [variable("AWS_NEURON_VISIBLE_DEVICES", value)] } });
        const capabilities = { add: ["IPC_LOCK"], drop: [] };
        assert.deepStrictEqual(devices({}, "inf2.24xlarge"), {
            devices: [0, 1, 2, 3, 4, 5].map(device),
            capabilities,
        });
        assert.deepStrictEqual(devices(only("1,2"), "inf1.6xlarge"), { devices: [1, 2].map(device), capabilities });
        assert.deepStrictEqual(devices(only("all"), "inf1.xlarge"), { devices: [device(0)], capabilities });
    });
});
