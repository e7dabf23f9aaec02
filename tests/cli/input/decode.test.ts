import assert from "node:assert/strict";
import { decode, type Encoding } from "../../../cli/input/decode";

const text = '{"family": "größe"}';
const bigEndian = (utf16: string) => Buffer.from(utf16, "utf16le").swap16();

describe("The encoding of a file", () => {
    const cases: [string, Buffer, Encoding, string][] = [
        ["UTF-8", Buffer.from(text), "UTF-8", text],
        ["UTF-8 with a byte order mark, which is kept", Buffer.from(`\uFEFF${text}`), "UTF-8", `\uFEFF${text}`],
        ["UTF-16 as Windows writes it", Buffer.from(`\uFEFF${text}`, "utf16le"), "UTF-16", `\uFEFF${text}`],
        ["UTF-16 of big-endian order", bigEndian(`\uFEFF${text}`), "UTF-16", `\uFEFF${text}`],
        ["UTF-16 without a byte order mark", Buffer.from(text, "utf16le"), "UTF-16", text],
        ["UTF-16 of big-endian order without a byte order mark", bigEndian(text), "UTF-16", text],
        ["Latin-1, when it is no UTF-8", Buffer.from(text, "latin1"), "Latin-1", text],
        ["UTF-8 for nothing at all", Buffer.alloc(0), "UTF-8", ""],
        ["UTF-8 for one character", Buffer.from("1"), "UTF-8", "1"],
    ];
    for (const [what, bytes, encoding, decoded] of cases) {
        it(`is ${what}`, () => {
            assert.deepStrictEqual(decode(bytes), { text: decoded, encoding });
        });
    }
});
