import assert from "node:assert/strict";
import fc from "fast-check";
import { examplesOf } from "../../../checks/examples";
import { migrateToLibnrt } from "../../../checks/migration/to-libnrt";
import { rules } from "../../../checks/rules";
import { editedText } from "../../../cli/edits/json-text";
import { neuronInstanceTypes } from "../../../contract";
import { componentDefinition, type Definition } from "../component-definitions";
import { everyRule } from "../every-rule";
import { numRuns } from "../property-runs";

/** Whether an instance has the memory is for whoever names its type. */
const notOfMigration = ["neuron-task-fits"];

const type = fc.option(fc.constantFrom(...neuronInstanceTypes), { nil: undefined });

describe("The migration of any task definition", () => {
    it("gives one of the component's that no rule rejects, or says why not, and a second time nothing", () => {
        let migrated = 0;
        fc.assert(
            fc.property(componentDefinition, type, (definition, chosen) => {
                const before = structuredClone(definition);
                const migration = migrateToLibnrt(definition, chosen);
                assert.deepStrictEqual(definition, before);
                if (migration.kind !== "migrated") {
                    assert.equal(migration.kind, "left");
                    return;
                }
                migrated++;
                const { problems, rules: broken } = everyRule(migration.definition);
                assert.deepStrictEqual([problems, broken.filter((rule) => !notOfMigration.includes(rule))], [[], []]);
                assert.equal(migrateToLibnrt(migration.definition, chosen).kind, "none");
                const text = editedText(JSON.stringify(definition, undefined, 2), [
                    { place: [], edits: migration.edits },
                ]);
                assert.deepStrictEqual(JSON.parse(text), migration.definition);
            }),
            { numRuns },
        );
        assert.ok(migrated > numRuns / 10, `${migrated} of ${numRuns} were migrated`);
    });

    it("leaves none of the daemon's rules broken in any rule's examples", () => {
        const definitions = rules
            .flatMap(({ name }) => examplesOf(name))
            .filter(({ definition }) => "containerDefinitions" in definition);
        const kinds = definitions.map(({ definition, rule, title }) => {
            const migration = migrateToLibnrt(definition, "inf2.xlarge");
            if (migration.kind === "migrated") {
                const before = everyRule(definition).rules;
                const added = everyRule(migration.definition).rules.filter(
                    (one) => /^neuron-rtd|visible-devices|mixed$/.test(one) || !before.includes(one),
                );
                assert.deepStrictEqual(added, [], `${rule}: ${title}`);
                const { containerDefinitions } = migration.definition as Definition;
                assert.ok(!containerDefinitions.some(({ name }) => name === "neuron-rtd"));
            }
            return migration.kind;
        });
        assert.ok(kinds.filter((kind) => kind === "migrated").length > kinds.length / 3);
    });
});
