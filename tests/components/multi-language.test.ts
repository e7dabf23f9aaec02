import assert from "node:assert/strict";
import { join } from "node:path";
import { Analyzer } from "@pulumi/pulumi/provider/experimental/analyzer";
import { getPulumiComponents } from "@pulumi/pulumi/provider/experimental/provider";
import { generateSchema } from "@pulumi/pulumi/provider/experimental/schema";
import * as entry from "../../components";
import { componentTypes } from "../../contract";
import manifest from "../../plugin/package.json";

describe("The components for other Pulumi languages", function () {
    this.timeout(60_000);

    let schema: ReturnType<typeof generateSchema>;

    before("analyse them as Pulumi does when it hosts the plugin", () => {
        const names = new Set(getPulumiComponents(entry).map(({ name }) => name));
        const plugin = join(__dirname, "..", "..", "plugin");
        const { components, typeDefinitions, dependencies } = new Analyzer(
            plugin,
            manifest.name,
            manifest as never,
            names,
        ).analyze();
        schema = generateSchema(
            manifest.name,
            manifest.version,
            manifest.description,
            components,
            typeDefinitions,
            dependencies,
        );
    });

    it("are taken as they are, under the type tokens that states have", () => {
        assert.deepStrictEqual(Object.keys(schema.resources).sort(), Object.values(componentTypes).sort());
    });

    it("have outputs that are public and not of a type of AWS's, whose whole schema a program would then load", () => {
        const outputs = Object.values(schema.resources).flatMap(({ properties = {} }) => Object.entries(properties));
        assert.notEqual(outputs.length, 0);
        assert.deepStrictEqual(
            outputs.filter(([name, type]) => !/^[a-z]\w*$/i.test(name) || JSON.stringify(type).includes('"$ref":"/')),
            [],
        );
        assert.deepStrictEqual(schema.dependencies, []);
    });

    it("have enumerations with every value, which TypeScript programs have under the same name", () => {
        const enumerations = Object.entries(schema.types).flatMap(([token, { enum: members }]) =>
            members === undefined ? [] : [[token.split(":")[2], members.map(({ value }) => value)] as const],
        );
        const exported = new Map<string, unknown>(Object.entries(entry));
        assert.notEqual(enumerations.length, 0);
        assert.deepStrictEqual(
            enumerations,
            enumerations.map(([name = ""]) => [name, Object.values(exported.get(name) ?? {})]),
        );
    });

    it("have descriptions that are text: the analysis does not read links", () => {
        const unread = Object.entries({ ...schema.resources, ...schema.types }).filter(([, type]) =>
            JSON.stringify(type).includes("[object Object]"),
        );
        assert.deepStrictEqual(
            unread.map(([token]) => token),
            [],
        );
    });
});
