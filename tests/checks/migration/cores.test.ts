import assert from "node:assert/strict";
import type { NeuronInstanceType } from "../../../contract";
import { model, variable } from "../right-task";
import { address, device, migrated, linuxParameters, groupsOf, rebuild } from "./migrated-task";

describe("The cores of a migrated task", () => {
    const groups = (value: string, type?: NeuronInstanceType) => {
        const { definition, checklist } = migrated({ model: groupsOf(value) }, type);
        return [definition.containerDefinitions[0]?.["environment"], checklist[0]];
    };
    const noGroups = (count: number, cores = "") =>
        `and the library has no groups: let the program place the models of its ${count} groups on the ${cores}cores that it takes`;
    const has = (value: string) => `container "bert" has NEURONCORE_GROUP_SIZES "${value}", `;

    const lists: [value: string, cores: string, groups?: number][] = [
        ["2", "2"],
        [" 2 ", "2"],
        ["[4]", "4"],
        ["1,1,2", "4", 3],
        [" 1 , 2 ", "3", 2],
        [" [1,2,1] ", "4", 3],
        ["4x1", "4", 4],
        ["2x1,2", "4", 3],
    ];
    for (const [value, cores, count] of lists) {
        it(`makes of ${JSON.stringify(value)} ${cores} cores${count === undefined ? "" : `, and says that there are no groups`}`, () =>
            assert.deepStrictEqual(groups(value), [
                [variable("NEURON_RT_NUM_CORES", cores)],
                count === undefined ? rebuild : `${has(value)}${noGroups(count, `${cores} `)}`,
            ]));
    }

    for (const value of [
        "0",
        "0,2",
        "0x4",
        "1,,2",
        "1,0",
        "two",
        "2 cores",
        "a2",
        "1;2",
        "[1",
        "[1],1",
        "1,[1]",
        "4,1",
        "4,4",
        "100",
        "",
    ]) {
        it(`takes ${JSON.stringify(value)} for no list of groups on 4 cores`, () =>
            assert.deepStrictEqual(groups(value), [
                undefined,
                `${has(value)}which is no list of groups on 4 cores: say with NEURON_RT_NUM_CORES how many it takes, if not all`,
            ]));
    }

    it("has no equal for cores of another chip", () =>
        assert.deepStrictEqual(groups("2", "inf2.xlarge"), [
            undefined,
            `${has("2")}which counts cores of Inf1: say with NEURON_RT_NUM_CORES how many of the 2 cores here it takes, if not all`,
        ]));

    it("counts as many cores as groups, of more than nine", () => {
        const { definition } = migrated({ model: groupsOf("11x4,12") }, "inf1.24xlarge");
        assert.deepStrictEqual(definition.containerDefinitions[0]?.["environment"], [
            variable("NEURON_RT_NUM_CORES", "56"),
        ]);
    });

    it("takes the last of several lists, in its place, and leaves none of the others", () => {
        const environment = ["1", "4", "2"].map((value) => variable("NEURONCORE_GROUP_SIZES", value));
        const { definition, notes } = migrated({
            model: { environment: [...environment, variable("A", "1"), address] },
        });
        assert.deepStrictEqual(
            [definition.containerDefinitions[0]?.["environment"], notes[2]],
            [
                [variable("NEURON_RT_NUM_CORES", "2"), variable("A", "1")],
                'container "bert" no longer has NEURON_RTD_ADDRESS, and has NEURON_RT_NUM_CORES "2" for NEURONCORE_GROUP_SIZES',
            ],
        );
    });

    for (const own of [
        variable("NEURON_RT_NUM_CORES", "1"),
        variable("NEURON_RT_NUM_CORES", "0"),
        variable("NEURON_RT_VISIBLE_CORES", "0-1"),
    ]) {
        it(`keeps ${own.name} ${JSON.stringify(own.value)} beside groups, and places their models on its cores`, () => {
            const { definition, checklist, notes } = migrated({
                model: { environment: [address, own, variable("NEURONCORE_GROUP_SIZES", "1,1,2")] },
            });
            assert.deepStrictEqual(
                [definition.containerDefinitions[0]?.["environment"], checklist[0], notes[2]],
                [
                    [own],
                    `${has("1,1,2")}${noGroups(3)}`,
                    'container "bert" no longer has NEURON_RTD_ADDRESS, and no longer has NEURONCORE_GROUP_SIZES',
                ],
            );
        });
    }

    it("keeps one index of several models that map devices of their own", () => {
        const on = (index: number) => ({
            environment: [address, variable("NEURON_RT_VISIBLE_CORES", "0")],
            linuxParameters: { devices: [device(index)] },
        });
        const change = { model: on(0), further: [{ ...model, name: "gpt", ...on(1) }] };
        const { definition } = migrated(change, "inf1.6xlarge");
        assert.deepStrictEqual(
            definition.containerDefinitions.map(({ environment }) => environment),
            [0, 0].map(() => [variable("NEURON_RT_VISIBLE_CORES", "0")]),
        );
    });

    it("gives several models their cores of the devices that they now share", () => {
        const second = { ...model, name: "gpt", portMappings: [], essential: true };
        const { definition, checklist } = migrated({
            model: groupsOf("3"),
            further: [{ ...second, ...groupsOf("1") }],
        });
        assert.deepStrictEqual(
            definition.containerDefinitions.map(({ environment, linuxParameters: own }) => [environment, own]),
            [
                [[variable("NEURON_RT_NUM_CORES", "3")], linuxParameters],
                [[variable("NEURON_RT_NUM_CORES", "1")], linuxParameters],
            ],
        );
        assert.match(String(checklist.at(-2)), /^take out of the program of container "bert" and container "gpt" what/);
    });
});
