import assert from "node:assert/strict";
import { plain } from "../right-task";
import { bert, migrated, linuxParameters } from "./migrated-task";

describe("The daemon of a migrated task", () => {
    it("lets who waited for the daemon wait for what the daemon waited for", () => {
        const fetch = { ...plain("fetch"), essential: false };
        const { definition, notes } = migrated({
            daemon: { dependsOn: [{ containerName: "fetch", condition: "SUCCESS" }] },
            further: [fetch],
        });
        assert.deepStrictEqual(definition.containerDefinitions, [
            { ...bert, dependsOn: [{ containerName: "fetch", condition: "SUCCESS" }], linuxParameters },
            fetch,
        ]);
        assert.equal(notes[1], 'container "bert" no longer waits for container "neuron-rtd", but for "fetch"');
    });

    it("lets no container wait for itself, where the daemon waited for it", () => {
        const { definition } = migrated({ daemon: { dependsOn: [{ containerName: "bert", condition: "START" }] } });
        assert.deepStrictEqual(definition.containerDefinitions, [{ ...bert, linuxParameters }]);
    });

    it("makes the only model essential where only the daemon was", () => {
        const { definition } = migrated({ model: { essential: false } });
        assert.equal(definition.containerDefinitions[0]?.["essential"], true);
    });
});
