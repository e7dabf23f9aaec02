import assert from "node:assert/strict";
import { placeOf, type FoundPlace } from "../../cli/place-of";

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
            "is that of the value of a variable, which it names",
            "containerDefinitions[0].environment.B",
            { place: [...bert, "environment", 1, "value"], isVariable: true },
        ],
        [
            "is that of the list that lacks a variable",
            "containerDefinitions[0].environment.X",
            { place: [...bert, "environment"] },
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
            assert.deepStrictEqual(placeOf(data, ["Properties"], path), {
                isInText: false,
                isVariable: false,
                ...found,
            }),
        );
    }

    it("is in the data of a launch template", () => {
        const template = { LaunchTemplateData: { ImageId: "ami-1" } };
        assert.deepStrictEqual(placeOf(template, [], "imageId").place, ["launchTemplateData", "imageId"]);
        assert.deepStrictEqual(placeOf(template, [], "userData").place, ["launchTemplateData"]);
    });

    it("is that of the text in which the property stands", () => {
        const plan = { values: { container_definitions: "[]" } };
        assert.deepStrictEqual(placeOf(plan, ["values"], "containerDefinitions[0].image"), {
            place: ["values", "containerDefinitions"],
            isInText: true,
            isVariable: false,
        });
    });
});
