import assert from "node:assert/strict";
import * as entry from "../../components";
import { componentTypes } from "../../contract";
import schema from "../../plugin/schema.json";

interface Type {
    readonly properties?: Readonly<Record<string, unknown>>;
    readonly enum?: readonly { readonly value: unknown }[];
}

const resources: Readonly<Record<string, Type>> = schema.resources;
const types: Readonly<Record<string, Type>> = schema.types;

describe("The schema of the components, for other Pulumi languages,", () => {
    it("has them under the type tokens that states have", () => {
        assert.deepStrictEqual(Object.keys(resources).sort(), Object.values(componentTypes).sort());
    });

    it("has outputs that are public and not of a type of AWS's, whose whole schema a program would then load", () => {
        const outputs = Object.values(resources).flatMap(({ properties = {} }) => Object.entries(properties));
        assert.notEqual(outputs.length, 0);
        assert.deepStrictEqual(
            outputs.filter(([name, type]) => !/^[a-z]\w*$/i.test(name) || JSON.stringify(type).includes('"$ref":"/')),
            [],
        );
        assert.deepStrictEqual(schema.dependencies, []);
    });

    it("has enumerations with every value, which TypeScript programs have under the same name", () => {
        const enumerations = Object.entries(types).flatMap(([token, { enum: members }]) =>
            members === undefined ? [] : [[token.split(":")[2], members.map(({ value }) => value)] as const],
        );
        const exported = new Map<string, unknown>(Object.entries(entry));
        assert.notEqual(enumerations.length, 0);
        assert.deepStrictEqual(
            enumerations,
            enumerations.map(([name = ""]) => [name, Object.values(exported.get(name) ?? {})]),
        );
    });

    it("has descriptions that are text: the analysis does not read links", () => {
        const unread = Object.entries({ ...resources, ...types }).filter(([, type]) =>
            JSON.stringify(type).includes("[object Object]"),
        );
        assert.deepStrictEqual(
            unread.map(([token]) => token),
            [],
        );
    });
});
