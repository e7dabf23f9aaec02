import assert from "node:assert/strict";
import { UNKNOWN } from "../../../checks";
import { barriersOf, definitionsIn, treesOf } from "../../../cli/edits/definitions-in";
import { readText } from "../read-text";

const ofEcs = "family: bert\ncontainerDefinitions: [{ name: bert, image: bert }]\n";
const template = `
Conditions: { IsProd: !Equals [!Ref "AWS::Region", us-east-1] }
Resources:
  Bert:
    Type: AWS::ECS::TaskDefinition
    Properties: { Family: !Ref Name, Cpu: 256, ContainerDefinitions: !If [IsProd, [{ Name: bert }], []] }
  Cluster: { Type: "AWS::ECS::Cluster" }
`;
const place = ["Resources", "Bert", "Properties"];

describe("definitionsIn", () => {
    it("finds each task definition of a file once, whatever its conditions, in its document and at its place", () =>
        assert.deepStrictEqual(
            definitionsIn(readText(`${ofEcs}---\n${template}`)).map(({ id, part, place: at }) => [id, part, at]),
            [
                ["bert", 0, []],
                ["Bert", 1, place],
            ],
        ));

    it("takes one of ECS as it is, and all of it for certain", () => {
        const data = { family: "bert", containerDefinitions: [{ name: "bert", image: "bert" }] };
        assert.deepStrictEqual(definitionsIn(readText(ofEcs)), [
            { id: "bert", format: "ECS task definition", part: 0, place: [], data, certain: data },
        ]);
    });

    it("takes one of a template as it stands there, without the results of functions for certain", () => {
        const [{ data, certain } = {}] = definitionsIn(readText(template));
        assert.deepStrictEqual(
            [data, certain],
            [
                {
                    Family: { Ref: "Name" },
                    Cpu: 256,
                    ContainerDefinitions: { "Fn::If": ["IsProd", [{ Name: "bert" }], []] },
                },
                { Family: UNKNOWN, Cpu: 256, ContainerDefinitions: UNKNOWN },
            ],
        );
    });
});

describe("barriersOf", () => {
    const barriers = (text: string) => {
        const file = readText(text);
        const of = barriersOf(file);
        return definitionsIn(file).map((definition) => of(definition, ["Family"]));
    };

    it("names functions in templates only", () => {
        assert.deepStrictEqual(barriers(template), ["it depends on Ref"]);
        assert.deepStrictEqual(barriers(JSON.stringify({ containerDefinitions: [], Family: { Ref: "Name" } })), [
            undefined,
        ]);
    });

    it("names anchors in YAML of every format", () =>
        assert.deepStrictEqual(barriers(`x: &name bert\nFamily: *name\n${ofEcs.slice(ofEcs.indexOf("\n") + 1)}`), [
            "it comes through the alias *name",
        ]));
});

describe("treesOf", () => {
    it("has a tree for each document of YAML, and none of JSON", () =>
        assert.deepStrictEqual(
            [`${ofEcs}---\n${template}`, '{"family": "bert"}'].map((text) => treesOf(readText(text)).length),
            [2, 0],
        ));
});
