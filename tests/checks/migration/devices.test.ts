import assert from "node:assert/strict";
import { variable } from "../right-task";
import { device, groupsOf, linuxParameters, migrated, rebuild } from "./migrated-task";

describe("The devices of a migrated task", () => {
    const only = (value: string) => ({ daemon: { environment: [variable("AWS_NEURON_VISIBLE_DEVICES", value)] } });

    it("maps every device of the type, and of a list only those in it", () => {
        const devices = (...args: Parameters<typeof migrated>) =>
            migrated(...args).definition.containerDefinitions[0]?.["linuxParameters"];
        const capabilities = { add: ["IPC_LOCK"], drop: [] };
        assert.deepStrictEqual(devices({}, "inf2.24xlarge"), {
            devices: [0, 1, 2, 3, 4, 5].map(device),
            capabilities,
        });
        assert.deepStrictEqual(devices(only("1,2"), "inf1.6xlarge"), { devices: [1, 2].map(device), capabilities });
        assert.deepStrictEqual(devices(only("all"), "inf1.xlarge"), { devices: [device(0)], capabilities });
    });

    it("says from where to where they are, and adds no capability that the model has", () => {
        const linuxParameters = { capabilities: { add: ["IPC_LOCK"], drop: ["MKNOD"] } };
        const { definition, notes } = migrated({ model: { linuxParameters } }, "inf1.24xlarge");
        const after = definition.containerDefinitions[0]?.["linuxParameters"] as { capabilities: object };
        assert.deepStrictEqual(after.capabilities, linuxParameters.capabilities);
        assert.deepStrictEqual(notes.slice(5), [
            'container "bert" now maps /dev/neuron0 to /dev/neuron15',
            "the task is placed on inf1.24xlarge",
        ]);
        assert.ok(
            migrated(only("1,2,3"), "inf1.6xlarge").notes.includes(
                'container "bert" now maps /dev/neuron1 to /dev/neuron3',
            ),
        );
        assert.ok(
            migrated(only("1,2"), "inf1.6xlarge").notes.includes(
                'container "bert" now maps /dev/neuron1 and /dev/neuron2',
            ),
        );
    });

    it("are those that the model maps already, on whose cores its groups must fit", () => {
        const model = (groups: string) => ({
            linuxParameters: { devices: [device(0), device(2)] },
            ...groupsOf(groups),
        });
        const { definition, checklist } = migrated({ model: model("8") }, "inf1.6xlarge");
        const [bert] = definition.containerDefinitions;
        assert.deepStrictEqual(
            [bert?.["environment"], bert?.["linuxParameters"], checklist[0]],
            [
                [variable("NEURON_RT_NUM_CORES", "8")],
                { devices: [device(0), device(2)], capabilities: { add: ["IPC_LOCK"], drop: [] } },
                'container "bert" maps /dev/neuron0 and /dev/neuron2, and the daemon drives 4 devices: map the others, too, if it needs them',
            ],
        );
        assert.match(
            String(migrated({ model: model("9") }, "inf1.6xlarge").checklist[0]),
            /no list of groups on 8 cores/,
        );
    });

    it("are not spoken of where the model maps all of them", () => {
        const model = { linuxParameters: { devices: [device(0)] } };
        const { definition, checklist } = migrated({ model });
        assert.deepStrictEqual(
            [definition.containerDefinitions[0]?.["linuxParameters"], checklist[0]],
            [linuxParameters, rebuild],
        );
    });
});
