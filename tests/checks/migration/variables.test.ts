import assert from "node:assert/strict";
import { variable } from "../right-task";
import { address, groupsOf, migrated, rebuild } from "./migrated-task";

describe("The variables of a migrated task", () => {
    const secret = (name: string) => ({ name, valueFrom: `arn:${name}` });
    const after = (model: object) => {
        const { definition, notes, checklist } = migrated({ model });
        const [bert] = definition.containerDefinitions;
        return [bert?.["environment"], bert?.["secrets"], notes[2], checklist[0]];
    };
    const noAddress = 'container "bert" no longer has NEURON_RTD_ADDRESS';

    it("are not taken from secrets where only the daemon's side read them, and the others stay", () =>
        assert.deepStrictEqual(
            after({
                environment: [],
                secrets: ["NEURON_RTD_ADDRESS", "TOKEN", "AWS_NEURON_VISIBLE_DEVICES"].map(secret),
            }),
            [
                [],
                [secret("TOKEN")],
                'container "bert" no longer takes NEURON_RTD_ADDRESS and AWS_NEURON_VISIBLE_DEVICES from a secret',
                rebuild,
            ],
        ));

    it("have no secret with groups of cores, of which nothing tells how many they are", () =>
        assert.deepStrictEqual(after({ environment: [], secrets: [secret("NEURONCORE_GROUP_SIZES")] }), [
            [],
            undefined,
            'container "bert" no longer takes NEURONCORE_GROUP_SIZES from a secret',
            'say with NEURON_RT_NUM_CORES how many of the 4 cores container "bert" takes, if not all: ' +
                "NEURONCORE_GROUP_SIZES came from a secret",
        ]));

    it("have cores from a secret, and none for groups beside it", () => {
        const secrets = [secret("NEURON_RT_NUM_CORES")];
        assert.deepStrictEqual(after({ ...groupsOf("2"), secrets }), [
            undefined,
            secrets,
            `${noAddress}, and no longer has NEURONCORE_GROUP_SIZES`,
            rebuild,
        ]);
    });

    it("may come from environment files, which a person must look into", () =>
        assert.deepStrictEqual(after({ environment: [address], environmentFiles: [{ type: "s3", value: "arn:3" }] }), [
            undefined,
            undefined,
            noAddress,
            'take NEURON_RTD_ADDRESS and NEURONCORE_GROUP_SIZES out of the environment files of container "bert"',
        ]));

    it("has the cores of groups beside environment files, which it goes before", () =>
        assert.deepStrictEqual(after({ ...groupsOf("2"), environmentFiles: [{ type: "s3", value: "arn:3" }] })[0], [
            variable("NEURON_RT_NUM_CORES", "2"),
        ]));
});
