import assert from "node:assert/strict";
import * as yaml from "yaml";
import type { YamlLayout } from "../../../cli/edits/yaml-layout";
import { YamlWriter } from "../../../cli/edits/yaml-writer";

const layout: YamlLayout = {
    lineEnd: "\n",
    step: 4,
    indentsLists: true,
    keys: "PLAIN",
    texts: "PLAIN",
    singleQuotes: false,
    pad: " ",
};
const value = { name: "PORT", on: ["8500", true] };

function written(change: Partial<YamlLayout> = {}): object {
    const writer = new YamlWriter(yaml, { ...layout, ...change });
    return { block: writer.block(value), inline: writer.inline(value) };
}

describe("YamlWriter", () => {
    const cases: [layout: string, change: Partial<YamlLayout>, block: readonly string[], inline: string][] = [
        [
            "steps of four blanks",
            {},
            ["name: PORT", '"on":', '    - "8500"', "    - true"],
            '{ name: PORT, "on": ["8500", true] }',
        ],
        [
            "lists below their keys, and no blanks in braces",
            { indentsLists: false, pad: "" },
            ["name: PORT", '"on":', '- "8500"', "- true"],
            '{name: PORT, "on": ["8500", true]}',
        ],
        [
            "single quotes where they are needed",
            { singleQuotes: true },
            ["name: PORT", "'on':", "    - '8500'", "    - true"],
            "{ name: PORT, 'on': ['8500', true] }",
        ],
        [
            "texts in double quotes",
            { texts: "QUOTE_DOUBLE" },
            ['name: "PORT"', '"on":', '    - "8500"', "    - true"],
            '{ name: "PORT", "on": ["8500", true] }',
        ],
        [
            "keys in double quotes",
            { keys: "QUOTE_DOUBLE" },
            ['"name": PORT', '"on":', '    - "8500"', "    - true"],
            '{ "name": PORT, "on": ["8500", true] }',
        ],
    ];
    for (const [what, change, block, inline] of cases) {
        it(`writes in a layout with ${what}`, () => assert.deepStrictEqual(written(change), { block, inline }));
    }

    it("quotes a text that would be another in braces, or where it is told to", () => {
        const writer = new YamlWriter(yaml, layout);
        assert.deepStrictEqual(
            [writer.scalar("a, b"), writer.scalar("a"), writer.scalar("a", "QUOTE_SINGLE"), writer.scalar(null)],
            ['"a, b"', "a", "'a'", "null"],
        );
    });
});
