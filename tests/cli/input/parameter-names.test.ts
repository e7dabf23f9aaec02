import assert from "node:assert/strict";
import { Workspace } from "../command";
import { cloudFormation, rightDefinition } from "../definitions";

describe("The names in ecs-inferentia check --parameter", () => {
    const workspace = new Workspace();
    after(() => workspace.remove());

    const small = { Size: { Type: "String", Default: "small", AllowedValues: ["small", "large"] } };
    const template = (parameters: object) => ({ Parameters: parameters, ...cloudFormation(rightDefinition()) });
    const whatIsSaid = (...args: string[]) => {
        const { code, err } = workspace.run(["check", ...args]);
        return [code, err];
    };

    it("fails on a name that no template has, and suggests the nearest", () => {
        workspace.write("template.json", template(small));
        assert.deepStrictEqual(
            [
                whatIsSaid("--parameter", "Sise=large", "template.json"),
                whatIsSaid("--parameter", "Sise=large", "--parameter", "Other=x", "template.json"),
            ],
            [
                [2, 'ecs-inferentia: no template that was checked has a parameter "Sise" (did you mean Size?)\n'],
                [
                    2,
                    'ecs-inferentia: no template that was checked has a parameter "Sise" (did you mean Size?)\n' +
                        'ecs-inferentia: no template that was checked has a parameter "Other"\n',
                ],
            ],
        );
    });

    it("takes a name that one of several templates has", () => {
        workspace.write("one/small.json", template(small));
        workspace.write("one/other.json", template({}));
        assert.deepStrictEqual(whatIsSaid("--parameter", "Size=large", "one"), [0, ""]);
    });
});
