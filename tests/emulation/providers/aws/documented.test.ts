import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { functions } from "../../../../emulation/providers/aws/functions";
import { resourceTypes } from "../../../../emulation/providers/aws/resource-types";

const page = readFileSync(join(__dirname, "../../../../emulation/own-project.md"), "utf8");
const rows = page
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .slice(2)
    .map((line) => line.split("|").slice(2, 4));

/** `aws.ecs.Cluster`, and after it names of the same module on their own. */
function names(cells: readonly (string | undefined)[]): string[] {
    let module = "";
    return cells
        .flatMap((cell) => [...(cell ?? "").matchAll(/`([\w.]+)`/g)].map(([, name]) => name ?? ""))
        .map((name) => {
            const last = name.lastIndexOf(".");
            module = last === -1 ? module : name.slice(0, last);
            return `${module}.${name.slice(last + 1)}`;
        });
}

/** `aws:ecs/cluster:Cluster` as a program writes it. */
function written(token: string): string {
    const [, module = "", name = ""] = token.split(":");
    const folder = module.split("/")[0] ?? "";
    return folder === "index" ? `aws.${name}` : `aws.${folder}.${name}`;
}

describe("the page about a project of one's own", () => {
    it("names every resource type, and no other", () => {
        assert.deepStrictEqual(
            names(rows.map(([types]) => types)).sort(),
            [...Object.keys(resourceTypes).map(written), "awsx.ec2.Vpc"].sort(),
        );
    });

    it("names every function, and no other", () => {
        assert.deepStrictEqual(
            names(rows.map(([, called]) => called)).sort(),
            Object.keys(functions).map(written).sort(),
        );
    });
});
