import assert from "node:assert/strict";
import { difference } from "../../scripts/difference";

const bert = { image: "bert:1", name: "bert", ports: [80], labels: { a: 1, b: 2 } };
const other = { name: "other" };

describe("What differs between two values", () => {
    const cases: [string, [unknown, unknown], [unknown, unknown]][] = [
        ["is both, where they are plain", [1, 2], [1, 2]],
        ["is a list as a whole, where its items have no names", [[80, 81], [80]], [[80, 81], [80]]],
        [
            "is a property, below the name of what it is in",
            [bert, { ...bert, image: "bert:2" }],
            [
                { name: "bert", image: "bert:1" },
                { name: "bert", image: "bert:2" },
            ],
        ],
        [
            "is a property of a property",
            [{ bert }, { bert: { ...bert, labels: { a: 1, b: 3 } } }],
            [{ bert: { name: "bert", labels: { b: 2 } } }, { bert: { name: "bert", labels: { b: 3 } } }],
        ],
        ["is what one side alone has", [{ a: 1 }, { b: 2 }], [{ a: 1 }, { b: 2 }]],
        [
            "is an item of a list that has names, whatever its place",
            [
                [bert, other],
                [other, { ...bert, ports: [] }],
            ],
            [[{ name: "bert", ports: [80] }], [{ name: "bert", ports: [] }]],
        ],
        ["is an item that one side alone has", [[bert, other], [bert]], [[other], []]],
        ["is an item that the other side alone has", [[bert], [bert, other]], [[], [other]]],
        [
            "keeps the type of a resource",
            [
                { Type: "AWS::ECS::Service", Properties: { A: 1, B: 1 } },
                { Type: "AWS::ECS::Service", Properties: { A: 1 } },
            ],
            [
                { Type: "AWS::ECS::Service", Properties: { B: 1 } },
                { Type: "AWS::ECS::Service", Properties: {} },
            ],
        ],
    ];
    for (const [what, [one, another], expected] of cases) {
        it(what, () => assert.deepStrictEqual(difference(one, another), expected));
    }
});
