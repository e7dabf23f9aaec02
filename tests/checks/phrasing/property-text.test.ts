import assert from "node:assert/strict";
import { propertyText, undecidedText } from "../../../checks/phrasing/property-text";
import type { Property } from "../../../ecs/path";

describe("The text of a property", () => {
    const container = ["containerDefinitions", 1];
    const cases: [what: string, property: Property, text: string][] = [
        ["has keys and indexes", { path: [...container, "mountPoints", 0] }, "containerDefinitions[1].mountPoints[0]"],
        ["is empty for the whole resource", { path: [] }, ""],
        [
            "names a variable instead of its index",
            { path: [...container, "environment", 2, "value"], variable: "A" },
            "containerDefinitions[1].environment.A",
        ],
        [
            "names a variable that the list lacks",
            { path: [...container, "environment"], variable: "A" },
            "containerDefinitions[1].environment.A",
        ],
        [
            "names a variable that comes from a secret",
            { path: [...container, "secrets", 0, "name"], variable: "A" },
            "containerDefinitions[1].secrets.A",
        ],
        ["names a variable in a part of a path", { path: ["environment", 2, "value"], variable: "A" }, "environment.A"],
        [
            "names the resource that has it, where it is another one",
            { path: ["volumes"], owner: "t" },
            'volumes of "t"',
        ],
    ];
    for (const [what, property, text] of cases) {
        it(what, () => assert.equal(propertyText(property), text));
    }
});

describe("A property of which something is not known", () => {
    it("is the property alone where its value is not known", () => assert.equal(undecidedText({ path: ["a"] }), "a"));

    it("names what in it is not read", () =>
        assert.equal(undecidedText({ path: ["a"], unread: "a function" }), "a (a function is not read)"));
});
