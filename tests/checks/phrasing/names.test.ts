import assert from "node:assert/strict";
import { label, named, quoted } from "../../../checks/phrasing/names";
import { UNKNOWN } from "../../../ecs/known";

describe("A container in a message", () => {
    const path = ["containerDefinitions", 0];

    it("is its name", () => assert.equal(label({ path, name: "bert" }), 'container "bert"'));

    it("is its place without one", () => {
        assert.equal(label({ path, name: "" }), "container at containerDefinitions[0]");
        assert.equal(label({ path, name: UNKNOWN }), "container at containerDefinitions[0]");
    });
});

describe("A resource in a message", () => {
    it("is its id", () => assert.equal(named("Service"), '"Service"'));
    it("is the name at the end of its URN", () => assert.equal(named("urn:pulumi:a::b::c:d:E::bert"), '"bert"'));
});

describe("A value in a message", () => {
    it("has at most 80 characters", () => {
        assert.equal(quoted("a".repeat(80)), `"${"a".repeat(80)}"`);
        assert.equal(quoted("a".repeat(81)), `"${"a".repeat(80)}…"`);
    });

    it("has as many as are asked for", () => assert.equal(quoted("abc", 2), '"ab…"'));
});
