import assert from "node:assert/strict";
import { choicesOf } from "../../../cli/input/formats/cloudformation/choices";
import { pathOf } from "../../paths";
import { placeOf, type FoundPlace } from "../../../cli/input/place-of";

const data = {
    Properties: {
        ContainerDefinitions: [
            {
                Name: "bert",
                Environment: [
                    { Name: "A", Value: "1" },
                    { Name: "B", Value: { Ref: "C" } },
                ],
            },
            { Image: "web" },
        ],
    },
};
const containers = ["Properties", "containerDefinitions"];
const bert = [...containers, 0];

describe("The place of a finding's path", () => {
    const cases: [what: string, path: string, found: Partial<FoundPlace> & Pick<FoundPlace, "place">][] = [
        [
            "is that of a value, however the file spells its keys",
            "containerDefinitions[1].image",
            { place: [...containers, 1, "image"] },
        ],
        [
            "is the name of the container that lacks a property",
            "containerDefinitions[0].linuxParameters.capabilities.add",
            { place: [...bert, "name"] },
        ],
        ["is that of a container without a name", "containerDefinitions[1].dependsOn", { place: [...containers, 1] }],
        ["is that of the resource that lacks a property", "placementConstraints", { place: ["Properties"] }],
    ];
    for (const [what, path, found] of cases) {
        it(what, () =>
            assert.deepStrictEqual(placeOf(data, ["Properties"], { path: pathOf(path) }), {
                isInText: false,
                isVariable: false,
                ...found,
            }),
        );
    }

    it("is that of the value of a variable", () =>
        assert.deepStrictEqual(
            placeOf(data, ["Properties"], {
                path: pathOf("containerDefinitions[0].environment[1].value"),
                variable: "B",
            }),
            { place: [...bert, "environment", 1, "value"], isInText: false, isVariable: true },
        ));

    it("is that of the list that lacks a variable, and of no variable", () =>
        assert.deepStrictEqual(
            placeOf(data, ["Properties"], { path: pathOf("containerDefinitions[0].environment"), variable: "X" }),
            { place: [...bert, "environment"], isInText: false, isVariable: false },
        ));

    it("is in the data of a launch template", () => {
        const template = { LaunchTemplateData: { ImageId: "ami-1" } };
        assert.deepStrictEqual(placeOf(template, [], { path: ["imageId"] }).place, ["launchTemplateData", "imageId"]);
        assert.deepStrictEqual(placeOf(template, [], { path: ["userData"] }).place, ["launchTemplateData"]);
    });

    it("is that of the text in which the property stands", () => {
        const plan = { values: { container_definitions: "[]" } };
        assert.deepStrictEqual(placeOf(plan, ["values"], { path: pathOf("containerDefinitions[0].image") }), {
            place: ["values", "containerDefinitions"],
            isInText: true,
            isVariable: false,
        });
    });

    describe("in a file whose conditions are decided", () => {
        const nothing = { Ref: "AWS::NoValue" };
        const either = (whenTrue: unknown, whenFalse: unknown) => ({ "Fn::If": ["A", whenTrue, whenFalse] });
        const template = {
            ContainerDefinitions: [
                either({ Name: "log" }, nothing),
                {
                    Name: "bert",
                    Environment: either([{ Name: "B", Value: "1" }], [{ Name: "B", Value: either("2", "3") }]),
                },
            ],
        };
        const placed = (isTrue: boolean, path: string) =>
            placeOf(template, [], { path: pathOf(path), variable: "B" }, choicesOf(new Map([["A", isTrue]])));

        it("is in the branch that is taken, however deep it is", () => {
            const environment = ["containerDefinitions", 1, "environment", "Fn::If"];
            assert.deepStrictEqual(placed(true, "containerDefinitions[1].environment[0].value"), {
                place: [...environment, 1, 0, "value"],
                isInText: false,
                isVariable: true,
            });
            assert.deepStrictEqual(placed(false, "containerDefinitions[0].environment[0].value"), {
                place: [...environment, 2, 0, "value", "Fn::If", 2],
                isInText: false,
                isVariable: true,
            });
        });

        it("counts no item that a condition leaves out", () => {
            assert.deepStrictEqual(placed(true, "containerDefinitions[0].image").place, [
                ...["containerDefinitions", 0, "Fn::If", 1, "name"],
            ]);
            assert.deepStrictEqual(placed(false, "containerDefinitions[0].image").place, [
                ...["containerDefinitions", 1, "name"],
            ]);
        });

        it("is the whole of both branches where the condition is not decided", () => {
            assert.deepStrictEqual(
                placeOf(
                    template,
                    [],
                    { path: pathOf("containerDefinitions[1].environment[0].value") },
                    choicesOf(new Map()),
                ).place,
                ["containerDefinitions", 1, "environment"],
            );
        });
    });

    it("is that of a resource without properties", () => {
        assert.deepStrictEqual(
            placeOf({ Resources: { A: {} } }, ["Resources", "A", "Properties"], { path: ["family"] }),
            {
                place: ["Resources", "A", "Properties"],
                isInText: false,
                isVariable: false,
            },
        );
    });
});
