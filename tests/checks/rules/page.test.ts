import assert from "node:assert/strict";
import { configurationPage, pageOf } from "../../../checks/rules/page";
import { name, version } from "../../../package.json";

describe("The page of a rule", () => {
    it("is named within the package, in this version", () =>
        assert.deepStrictEqual(
            [pageOf("neuron-placement"), configurationPage],
            ["rules/neuron-placement.md", "configuration.md"].map((page) => `pkg:npm/${name}@${version}#docs/${page}`),
        ));
});
