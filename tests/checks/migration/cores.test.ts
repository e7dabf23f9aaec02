import assert from "node:assert/strict";
import type { NeuronInstanceType } from "../../../contract";
import { model, variable } from "../right-task";
import { migrated, linuxParameters, groupsOf, rebuild } from "./migrated-task";

describe("The cores of a migrated task", () => {
    const groups = (value: string, type?: NeuronInstanceType) => {
        const { definition, checklist } = migrated({ model: groupsOf(value) }, type);
        return [definition.containerDefinitions[0]?.["environment"], checklist[0]];
    };
    const has = (value: string) => `container "bert" has NEURONCORE_GROUP_SIZES "${value}", `;

    it("makes of one group as many cores", () => {
        assert.deepStrictEqual(groups("2"), [[variable("NEURON_RT_NUM_CORES", "2")], rebuild]);
    });

    it("makes of several groups all their cores, and says that there are no groups", () => {
        assert.deepStrictEqual(groups("1,1,2"), [
            [variable("NEURON_RT_NUM_CORES", "4")],
            `${has("1,1,2")}and the library has no groups: let the program place its 3 models on the 4 cores that it takes`,
        ]);
    });

    it("has no equal for cores of another chip, and for more than there are", () => {
        assert.deepStrictEqual(groups("2", "inf2.xlarge"), [
            undefined,
            `${has("2")}which counts cores of Inf1: say with NEURON_RT_NUM_CORES how many of the 2 cores here it takes, if not all`,
        ]);
        assert.deepStrictEqual(groups("4,4"), [
            undefined,
            `${has("4,4")}which is no list of groups on 4 cores: say with NEURON_RT_NUM_CORES how many it takes, if not all`,
        ]);
    });

    it("gives several models their cores of the devices that they now share", () => {
        const second = { ...model, name: "gpt", portMappings: [], essential: true };
        const { definition } = migrated({ model: groupsOf("3"), further: [{ ...second, ...groupsOf("1") }] });
        assert.deepStrictEqual(
            definition.containerDefinitions.map(({ environment, linuxParameters: own }) => [environment, own]),
            [
                [[variable("NEURON_RT_NUM_CORES", "3")], linuxParameters],
                [[variable("NEURON_RT_NUM_CORES", "1")], linuxParameters],
            ],
        );
    });
});
