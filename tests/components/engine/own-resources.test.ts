import assert from "node:assert/strict";
import { OwnResources } from "../../../components/engine/own-resources";

describe("The resources that a component creates", () => {
    it("are those that were set of this component, and no property of it", () => {
        const resources = new OwnResources<object, string>();
        const [first, second] = [{}, {}];
        resources.set(first, "cluster");
        resources.set(second, "service");
        assert.deepStrictEqual([resources.of(first), resources.of(second)], ["cluster", "service"]);
        assert.deepStrictEqual(Reflect.ownKeys(first), []);
    });
});
