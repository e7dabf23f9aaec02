import assert from "node:assert/strict";
import { join, resolve } from "node:path";
import type { PlacedFinding } from "../../../cli/reports/finding";
import { identityOf } from "../../../cli/reports/finding-identity";

const finding: PlacedFinding = {
    kind: "violation",
    file: join("ml", "task.json"),
    ...{ resource: "bert", rule: "neuron-visible-devices", level: "mandatory", severity: "critical" },
    ...{ line: 3, column: 4, endLine: 3, endColumn: 9, hasLines: true, isVariable: true },
    path: ["containerDefinitions", 1, "environment", 0, "value"],
    variable: "AWS_NEURON_VISIBLE_DEVICES",
    container: "neuron-rtd",
    ...{ subject: 'container "neuron-rtd"', problem: "is wrong", remedy: "set it" },
};

describe("What makes a finding the same one", () => {
    const same = {
        file: "ml/task.json",
        resource: "bert",
        rule: "neuron-visible-devices",
        container: "neuron-rtd",
        property: "environment.AWS_NEURON_VISIBLE_DEVICES",
    };

    it("is its file, resource, rule, container and property, and neither its line nor the container's index", () => {
        assert.deepStrictEqual(identityOf(finding, "."), same);
        const moved = ["containerDefinitions", 0, "environment", 3, "value"];
        assert.deepStrictEqual(identityOf({ ...finding, line: 9, path: moved }, "."), same);
    });

    it("is the whole path where it is in no container", () => {
        const { container: _container, variable: _variable, ...rest } = finding;
        assert.deepStrictEqual(identityOf({ ...rest, path: ["volumes", 1] }, "."), {
            file: "ml/task.json",
            resource: "bert",
            rule: "neuron-visible-devices",
            property: "volumes[1]",
        });
    });

    it("has the file as it is seen from a folder, and standard input as it is", () => {
        assert.equal(identityOf(finding, resolve("ml")).file, "task.json");
        assert.equal(identityOf({ ...finding, file: "-" }, resolve("ml")).file, "-");
    });
});
