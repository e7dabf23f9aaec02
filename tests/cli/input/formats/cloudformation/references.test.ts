import assert from "node:assert/strict";
import { UNKNOWN } from "../../../../../checks";
import { TemplateReferences } from "../../../../../cli/input/formats/cloudformation/references";

const template = { Parameters: { Size: { Type: "Number", Default: 2 } }, Resources: { Group: {}, Role: {} } };

function references(): TemplateReferences {
    return new TemplateReferences(
        template,
        { conditions: new Map(), parameters: new Map([["Name", "bert"]]) },
        new Map(),
        "",
    );
}

describe("The references in a value of a template", () => {
    it("are values of parameters, names that AWS gives, and nothing", () => {
        const of = references();
        const names = ["Name", "Size", "AWS::Region", "AWS::NotificationARNs", "AWS::NoValue"];
        assert.deepStrictEqual(
            names.map((name) => of.reference(name)),
            ["bert", "2", "${AWS::Region}", UNKNOWN, undefined],
        );
        assert.deepStrictEqual(of.used, []);
    });

    it("are resources, which are known by their names only", () => {
        const of = references();
        assert.deepStrictEqual([of.reference("Group"), of.variable("Role.Arn")], [UNKNOWN, UNKNOWN]);
        assert.deepStrictEqual(of.used, ["Group", "Role"]);
        of.begin();
        assert.deepStrictEqual(of.used, []);
    });

    it("stay in properties that name several resources at once", () => {
        const of = references();
        of.begin("Targets");
        assert.deepStrictEqual([of.reference("Group"), of.attribute("Role.Arn")], ["${Group}", "${Role.Arn}"]);
    });
});
