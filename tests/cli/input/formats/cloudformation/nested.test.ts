import assert from "node:assert/strict";
import { nestingsIn } from "../../../../../cli/input/formats/cloudformation/nested";

const type = "AWS::CloudFormation::Stack";

/** The nested stacks of a template in the folder of one other file, `child.json`. */
function nestings(Resources: object, more: object = {}): unknown {
    return nestingsIn({ Resources, ...more }, "ml.json", (place) =>
        place === "child.json" ? "folder/child.json" : undefined,
    );
}

describe("nestingsIn", () => {
    const child = { parent: "ml.json", id: "Child", child: "folder/child.json", given: {} };
    const cases: [what: string, resource: object, nesting: object][] = [
        ["the file at its URL", { Properties: { TemplateURL: "child.json" } }, child],
        ["the file at a URL with the default of a parameter", { Properties: { TemplateURL: { Ref: "Url" } } }, child],
        [
            "the file that the CDK names in the metadata, before that at its URL",
            { Metadata: { "aws:asset:path": "child.json" }, Properties: { TemplateURL: "https://x/other.json" } },
            child,
        ],
        [
            "no file where its template is elsewhere",
            { Properties: { TemplateURL: "https://x/other.json" } },
            { ...child, child: undefined },
        ],
        [
            "no file where its URL is not known",
            { Properties: { TemplateURL: { "Fn::ImportValue": "url" } } },
            { ...child, child: undefined },
        ],
        [
            "the parameters that it is given",
            { Properties: { TemplateURL: "child.json", Parameters: { Launch: { Ref: "Kind" } } } },
            { ...child, given: { Launch: { Ref: "Kind" } } },
        ],
        ["no parameters in what is no object", { Properties: { TemplateURL: "child.json", Parameters: "x" } }, child],
    ];
    for (const [what, resource, nesting] of cases) {
        it(`tells of a nested stack ${what}`, () =>
            assert.deepStrictEqual(
                nestings(
                    { Child: { Type: type, ...resource } },
                    { Parameters: { Url: { Type: "String", Default: "child.json" } } },
                ),
                [nesting],
            ));
    }

    it("finds none among other resources, or where there are none", () =>
        assert.deepStrictEqual([nestings({ Task: { Type: "AWS::ECS::TaskDefinition" } }), nestings([])], [[], []]));
});
