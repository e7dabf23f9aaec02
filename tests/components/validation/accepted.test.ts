import assert from "node:assert/strict";
import { acceptedValues } from "../../../components/validation/accepted";
import { UNKNOWN } from "../../../ecs/known";

const args = { name: "bert", ports: [{ port: 80 }, { port: 0 }], memory: null, labels: {} };

function accepted(...paths: string[]): unknown {
    return acceptedValues(
        args,
        paths.map((propertyPath) => ({ propertyPath, reason: "is wrong" })),
    );
}

describe("Arguments as checks of several together read them", () => {
    const right = { ...args, memory: undefined };
    const cases: [what: string, paths: string[], values: object][] = [
        ["are themselves where nothing is wrong, and null is left out", [], right],
        ["have no value that is wrong", ["name"], { ...right, name: UNKNOWN }],
        [
            "have no value that is wrong at depth",
            ["ports[1].port"],
            { ...right, ports: [{ port: 80 }, { port: UNKNOWN }] },
        ],
        ["have no item that is wrong", ["ports[0]"], { ...right, ports: [UNKNOWN, { port: 0 }] }],
        ["have no list that is wrong", ["ports", "name"], { ...right, name: UNKNOWN, ports: UNKNOWN }],
        ["do not get what is missing", ["image"], right],
    ];
    for (const [what, paths, values] of cases) {
        it(what, () => assert.deepStrictEqual(accepted(...paths), values));
    }
});
