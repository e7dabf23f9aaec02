import assert from "node:assert/strict";
import { UNKNOWN } from "../../../../checks";
import { recognise } from "../../../../cli/input/formats";
import { parseJson } from "../../../../cli/input/parse-json";

describe("A list of container definitions", () => {
    const containers = [{ name: "a", image: "a:1" }, { name: "b" }];

    it("is a task definition of which the rest is not known", () => {
        const [document, ...more] = recognise(containers);
        assert.deepStrictEqual(more, []);
        assert.deepStrictEqual(document, {
            format: "ECS container definitions",
            resources: [
                {
                    id: "container definitions",
                    type: "AWS::ECS::TaskDefinition",
                    properties: {
                        containerDefinitions: containers,
                        volumes: UNKNOWN,
                        requiresCompatibilities: UNKNOWN,
                        networkMode: UNKNOWN,
                        cpu: UNKNOWN,
                        memory: UNKNOWN,
                        runtimePlatform: UNKNOWN,
                    },
                },
            ],
            places: new Map([["container definitions", []]]),
        });
    });

    it("has its items at the places of a task definition's", () => {
        const parsed = parseJson(JSON.stringify(containers, undefined, 1));
        assert.deepStrictEqual(
            [["containerDefinitions", 1, "name"], ["containerDefinitions", 0], ["containerDefinitions"]].map(
                (place) => parsed.positionOf(place).line,
            ),
            [7, 2, 1],
        );
    });

    const others: [string, unknown][] = [
        ["the list of images that CodePipeline takes", [{ name: "a", imageUri: "a:1" }]],
        ["an empty list", []],
        ["a list of texts", ["a"]],
    ];
    for (const [what, data] of others) {
        it(`is not ${what}`, () => assert.deepStrictEqual(recognise(data), []));
    }
});

describe("A job definition of AWS Batch", () => {
    const containerProperties = { image: "a:1" };

    it("is read by itself, and out of what describe-job-definitions returns", () => {
        const one = { jobDefinitionName: "train", containerProperties };
        const documents = [one, { jobDefinitions: [one, { containerProperties }, { eksProperties: {} }] }].map((data) =>
            recognise(data).map(({ format, resources, places }) => [
                format,
                resources.map(({ id, type }) => `${type} ${id}`),
                [...places.values()],
            ]),
        );
        const [format, type] = ["AWS Batch job definition", "AWS::Batch::JobDefinition"];
        assert.deepStrictEqual(documents, [
            [[format, [`${type} train`], [[]]]],
            [
                [
                    format,
                    [`${type} train`, `${type} job definition 2`],
                    [
                        ["jobDefinitions", 0],
                        ["jobDefinitions", 1],
                    ],
                ],
            ],
        ]);
    });
});
