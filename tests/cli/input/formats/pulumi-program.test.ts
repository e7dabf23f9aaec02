import assert from "node:assert/strict";
import { UNKNOWN } from "../../../../checks";
import { recognise } from "../../../../cli/input/formats";

const task = (properties: object, more: object = {}) => ({
    name: "ml",
    runtime: "yaml",
    resources: { task: { type: "aws:ecs:TaskDefinition", properties }, repository: { type: "aws:ecr:Repository" } },
    ...more,
});

/** The properties of the program's first resource, and what went into them. */
function read(program: unknown): unknown {
    const [document] = recognise(program);
    const [first] = document?.resources ?? [];
    return [document?.format, first?.type, first?.properties, first?.dependencies];
}

describe("A program in Pulumi YAML", () => {
    it("is read as far as it alone decides its values", () =>
        assert.deepStrictEqual(
            read(
                task(
                    {
                        family: "${family}-${size}",
                        cpu: "${size}",
                        image: "${repository.repositoryUrl}:1",
                        memory: "${secretSize}",
                        containerDefinitions: { "fn::toJSON": [{ name: "$${x}" }] },
                        file: { "fn::readFile": "x" },
                    },
                    {
                        variables: { family: "llm" },
                        configuration: { size: { type: "integer", default: 2 }, secretSize: { type: "integer" } },
                    },
                ),
            ),
            [
                "Pulumi YAML program",
                "aws:ecs/taskDefinition:TaskDefinition",
                {
                    family: "llm-2",
                    cpu: 2,
                    image: UNKNOWN,
                    memory: UNKNOWN,
                    containerDefinitions: [{ name: "${x}" }],
                    file: UNKNOWN,
                },
                { family: [], cpu: [], image: ["repository"], memory: [], containerDefinitions: [], file: [] },
            ],
        ));

    it("has JSON as text, of which what is not known hides nothing besides", () =>
        assert.deepStrictEqual(
            read(
                task({
                    containerDefinitions: '[{"name": "llm", "image": "${repository.repositoryUrl}:1"}]',
                    file: "[${repository.name}]",
                }),
            ),
            [
                "Pulumi YAML program",
                "aws:ecs/taskDefinition:TaskDefinition",
                { containerDefinitions: [{ name: "llm", image: UNKNOWN }], file: UNKNOWN },
                { containerDefinitions: ["repository"], file: ["repository"] },
            ],
        ));

    it("tells what went into each item of a list, and reads user data around what is not known", () =>
        assert.deepStrictEqual(
            read({
                name: "ml",
                runtime: "yaml",
                resources: {
                    template: {
                        type: "aws:ec2:LaunchTemplate",
                        properties: {
                            userData: { "fn::toBase64": "echo ECS_CLUSTER=${ml.name}-${zone} $${HOME}" },
                            userDataBase64: "${other.script}",
                            tags: ["${ml.name}", "${other.name}"],
                        },
                    },
                    ml: { type: "aws:ecs:Cluster" },
                    other: { type: "aws:ecs:Cluster" },
                },
                variables: { zone: "a" },
            }),
            [
                "Pulumi YAML program",
                "aws:ec2/launchTemplate:LaunchTemplate",
                { userData: "echo ECS_CLUSTER=${ml}-a ${HOME}", userDataBase64: UNKNOWN, tags: [UNKNOWN, UNKNOWN] },
                {
                    userData: ["ml"],
                    userDataBase64: ["other"],
                    tags: ["ml", "other"],
                    "tags[0]": ["ml"],
                    "tags[1]": ["other"],
                },
            ],
        ));

    it("is no other YAML with resources", () => {
        assert.deepStrictEqual(recognise({ resources: { limits: { cpu: 1 } } }), []);
        assert.deepStrictEqual(recognise({ resources: {} }), []);
    });
});
