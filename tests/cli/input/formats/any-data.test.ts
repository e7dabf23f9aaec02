import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { checkStack, defaultConfiguration } from "../../../../checks";
import { recognise } from "../../../../cli/input/formats";
import { parseYaml } from "../../../../cli/input/parse-yaml";
import { numRuns } from "../../../checks/property-runs";

const fixtures = join(__dirname, "..", "..", "..", "fixtures");
const files = ["cdk", "cloudformation", "terraform"].flatMap((folder) =>
    readdirSync(join(fixtures, folder))
        .filter((name) => /\.(?:json|yaml)$/.test(name))
        .map((name) => readFileSync(join(fixtures, folder, name), "utf8")),
);

/** Data with the value at some place replaced: the n-th of all its values, counted from the top. */
function withValue(data: unknown, place: number, value: unknown): unknown {
    let left = place;
    const visit = (node: unknown): unknown => {
        if (left-- === 0) {
            return value;
        }
        if (Array.isArray(node)) {
            return node.map(visit);
        }
        return typeof node === "object" && node !== null
            ? Object.fromEntries(Object.entries(node).map(([key, item]) => [key, visit(item)]))
            : node;
    };
    return visit(data);
}

describe("Every format", () => {
    it("reads whatever stands in the place of any value, and throws never", function () {
        this.timeout(60_000);
        const parsed = files.map((text) => parseYaml(text)[0]?.data);
        fc.assert(
            fc.property(
                fc.nat(parsed.length - 1),
                fc.array(fc.tuple(fc.nat(400), fc.jsonValue({ maxDepth: 2 })), { minLength: 1, maxLength: 3 }),
                (which, changes) => {
                    const data = changes.reduce((before, [at, value]) => withValue(before, at, value), parsed[which]);
                    recognise(data).forEach(({ resources }) => checkStack(resources, defaultConfiguration));
                },
            ),
            { numRuns },
        );
    });
});
