import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as entry from "../../components";
import { componentTypes, packageName } from "../../contract";
import manifest from "../../package.json";
import schema from "../../plugin/schema.json";

const root = join(__dirname, "..", "..");

interface Type {
    readonly properties?: Readonly<Record<string, unknown>>;
    readonly enum?: readonly { readonly value: unknown }[];
}

const resources: Readonly<Record<string, Type>> = schema.resources;
const types: Readonly<Record<string, Type>> = schema.types;

describe("The schema of the components, for other Pulumi languages,", () => {
    it("tells what Pulumi's Registry shows of a package", () => {
        const repository = manifest.repository.url.replace(/^git\+|\.git$/g, "");
        const { displayName, publisher, homepage, logoUrl, license, keywords, name, version } = schema;
        assert.deepStrictEqual(
            { displayName, publisher, homepage, repository: schema.repository, license, name, version },
            {
                displayName: "ECS Inferentia",
                publisher: "pulumi-ecs-inferentia",
                homepage: repository,
                repository,
                license: manifest.license,
                name: packageName,
                version: manifest.version,
            },
        );
        assert.deepStrictEqual(
            keywords.filter((keyword) => keyword.includes("/")),
            ["category/cloud", "kind/component"],
        );
        const raw = `${repository.replace("github.com", "raw.githubusercontent.com")}/main/`;
        assert.ok(logoUrl.startsWith(raw), logoUrl);
        const logo = readFileSync(join(root, logoUrl.slice(raw.length)), "utf8");
        assert.match(logo, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" /);
    });

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
