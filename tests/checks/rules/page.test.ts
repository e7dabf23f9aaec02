import assert from "node:assert/strict";
import { configurationPageUri, pageUriOf } from "../../../checks/rules/page";
import { name, version } from "../../../package.json";

describe("The page of a rule", () => {
    it("is named within the package, in this version", () =>
        assert.deepStrictEqual(
            [pageUriOf("neuron-placement"), configurationPageUri],
            ["rules/neuron-placement.md", "configuration.md"].map((page) => `pkg:npm/${name}@${version}#docs/${page}`),
        ));
});
