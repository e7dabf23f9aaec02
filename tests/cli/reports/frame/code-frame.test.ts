import assert from "node:assert/strict";
import { framed } from "./framed";

const json = `{ "environment": [
    { "name": "NEURON_RTD_ADDRESS",
      "value": "unix:/a.sock" },
    { "name": "PASSWORD", "value": "s3cr3t" }
  ], "command": ["--token", "s3cr3t"], "privileged": true }`;

describe("A code frame", () => {
    it("shows the line of a value, two before it, and a mark below the value", () => {
        assert.equal(
            framed(json, '"unix:/a.sock"', true),
            [
                '1 | { "environment": [',
                '2 |     { "name": "NEURON_RTD_ADDRESS",',
                '3 |       "value": "unix:/a.sock" },',
                "  |                ^^^^^^^^^^^^^^",
            ].join("\n"),
        );
    });

    it("shows no value in which a secret may stand, and marks the right place beside it", () => {
        assert.equal(
            framed(json, "true"),
            [
                '3 |       "value": "…" },',
                '4 |     { "name": "PASSWORD", "value": "…" }',
                '5 |   ], "command": ["…", "…"], "privileged": true }',
                "  |                                           ^^^^",
            ].join("\n"),
        );
    });

    it("shows no value in which a secret may stand, even below the mark", () => {
        assert.equal(
            framed('{ "userData": "s3cr3t" }', '"s3cr3t"'),
            ['1 | { "userData": "…" }', "  |               ^^^"].join("\n"),
        );
    });

    it("marks the beginning of what goes on over more lines", () => {
        assert.equal(framed('{ "a": [\n  1\n] }', "[\n  1\n]"), '1 | { "a": [\n  |        ^');
    });

    it("keeps the mark below its value behind tabs, and prints nothing that a terminal obeys", () => {
        assert.equal(
            framed('\t{ "name": "a\u202e[2J" }', '"a\u202e[2J"'),
            '1 |     { "name": "a\ufffd[2J" }\n  |               ^^^^^^^',
        );
    });

    it("cuts lines to the columns of a terminal, and keeps the value and its mark in sight", () => {
        const text = '{ "privileged": true, "essential": true, "name": "bert", "cpu": 5 }';
        assert.equal(
            framed(text, '"bert"', false, 40),
            '1 | … "essential": true, "name": "bert"…\n  |                              ^^^^^^',
        );
        assert.equal(
            framed(text, '"privileged"', false, 40),
            '1 | { "privileged": true, "essential": …\n  |   ^^^^^^^^^^^^',
        );
    });

    it("counts the columns that characters take", () => {
        const text = '{ "name": "モデル", "family": "bert" }';
        assert.equal(
            framed(text, '"bert"'),
            '1 | { "name": "モデル", "family": "bert" }\n  |                               ^^^^^^',
        );
        assert.equal(framed(text, '"モデル"', false, 20), '1 | …ame": "モデル"…\n  |        ^^^^^^^^');
    });

    it("is none for a line that nobody can read", () => {
        assert.equal(framed(`{ "a": [${"1, ".repeat(100)}1], "privileged": true }`, "true"), "");
    });
});
