import assert from "node:assert/strict";
import { stringify } from "yaml";
import { migrateToLibnrt } from "../../../checks";
import { findingsAfter, migratedText, migrationsOf } from "../../../cli/edits/migrated-file";
import { cloudFormation, pulumiState, rightDefinition } from "../definitions";
import { readText } from "../read-text";

type Definition = ReturnType<typeof rightDefinition>;

/** The definition that a file should have in the end. */
function migrated(definition: object = rightDefinition()): Definition {
    const migration = migrateToLibnrt(definition);
    assert.ok(migration.kind === "migrated");
    return migration.definition as Definition;
}

/** What becomes of a file, and of its definitions. */
function outcome(text: string) {
    const file = readText(text);
    const migrations = migrationsOf(file, undefined);
    return { migrations, text: migratedText(file, migrations), findings: findingsAfter(file, migrations) };
}

const template = JSON.stringify(cloudFormation(rightDefinition()), undefined, 2);
const right = JSON.stringify(cloudFormation(migrated()), undefined, 2);

describe("The migration of a file", () => {
    it("writes what stands in a template as it is, and no result of a function that goes", () => {
        const byFunction = template.replace('"unix:/sock/neuron-rtd.sock"', '{ "Ref": "Address" }');
        assert.notEqual(byFunction, template);
        assert.deepStrictEqual([outcome(template).text, outcome(byFunction).text], [right, right]);
    });

    it("leaves a definition as it was where what it needs is the result of a function", () => {
        const text = template.replace('"Essential": true', '"Environment": { "Ref": "Variables" }');
        const { migrations, text: after } = outcome(text);
        assert.equal(after, text);
        assert.deepStrictEqual(migrations, [
            {
                id: "Bert",
                part: 0,
                place: ["Resources", "Bert", "Properties"],
                migration: { kind: "left", reason: "containerDefinitions[0].environment is not known" },
                inFile: [],
                isWritable: true,
                elsewhere: [],
                containers: undefined,
            },
        ]);
    });

    /** Whether all is written, whether the file changes, the words for what is not, and the new containers. */
    const summary = (text: string) => {
        const { migrations, text: after } = outcome(text);
        return migrations.map(({ isWritable, elsewhere, containers }) => ({
            isWritable,
            isChanged: after !== text,
            elsewhere,
            containers,
        }));
    };
    const { containerDefinitions } = migrated();
    const volume = 'volume "sock" is gone';

    it("is written whole where the format is one that can be edited", () =>
        assert.deepStrictEqual(summary(JSON.stringify(rightDefinition())), [
            { isWritable: true, isChanged: true, elsewhere: [], containers: containerDefinitions },
        ]));

    for (const [what, text] of [
        ["of a format that is not edited", JSON.stringify(pulumiState(rightDefinition()))],
        [
            "behind an anchor",
            `x: &one ${JSON.stringify(rightDefinition())}\n${stringify(cloudFormation(rightDefinition())).replace(
                /Properties:\n[^]*/,
                "Properties: *one\n",
            )}`,
        ],
    ] as const) {
        it(`has the new containers, and what changes beside them, for a definition ${what}`, () =>
            assert.deepStrictEqual(summary(text), [
                { isWritable: false, isChanged: false, elsewhere: [volume], containers: containerDefinitions },
            ]));
    }

    it("has each definition once, whatever the conditions of a template, and those that a loop makes of one", () => {
        const { Bert } = cloudFormation(rightDefinition()).Resources;
        const loop = { "Fn::ForEach::Each": ["Id", ["A", "B"], { "Bert${Id}": Bert }] };
        const { migrations } = outcome(JSON.stringify({ Resources: loop }));
        assert.deepStrictEqual(
            migrations.map(({ id, isWritable }) => [id, isWritable]),
            [["BertA", false]],
        );
    });

    it("has no findings of what goes with the daemon", () => {
        const unordered = JSON.stringify(rightDefinition()).replace(/,"dependsOn":\[.*?\]/, "");
        assert.notEqual(unordered, JSON.stringify(rightDefinition()));
        assert.deepStrictEqual(outcome(unordered).findings, []);
    });

    it("has the mandatory findings of the result, each once, and no advice", () => {
        const [bert, sidecar] = rightDefinition().containerDefinitions;
        const containerDefinitions = [
            { ...bert, memoryReservation: 9000 },
            sidecar,
        ] as Definition["containerDefinitions"];
        const { Resources } = cloudFormation({ ...rightDefinition(), containerDefinitions });
        const LaunchTemplateData = {
            InstanceType: "inf1.xlarge",
            ImageId: "resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2/recommended/image_id",
            MetadataOptions: { HttpTokens: "required" },
        };
        const Advised = { Type: "AWS::EC2::LaunchTemplate", Properties: { LaunchTemplateData } };
        const { findings } = outcome(JSON.stringify({ Resources: { ...Resources, Advised } }));
        assert.deepStrictEqual(
            findings.map(({ resource, rule, level }) => [resource, rule, level]),
            [["Bert", "neuron-task-fits", "mandatory"]],
        );
    });
});
