import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import { decodeUserData } from "../../../checks/stack/user-data";

const script = "#!/bin/bash\necho ECS_CLUSTER=inference >> /etc/ecs/ecs.config\n";
const encoded = "Content-Transfer-Encoding: base64\n";
const base64 = (text: string) => Buffer.from(text).toString("base64");

describe("The script in user data", () => {
    const forms: [string, string][] = [
        ["as text", script],
        ["in base64", base64(script)],
        ["in base64 of several lines", base64(script).replace(/(.{40})/g, "$1\n")],
        ["in base64 of several lines as Windows ends them", base64(script).replace(/(.{40})/g, "$1\r\n")],
        ["compressed", gzipSync(script).toString("base64")],
    ];
    for (const [form, value] of forms) {
        it(`is read ${form}`, () => assert.equal(decodeUserData(value), script));
    }

    const none = `echo MIME-Version: 1.0\n${encoded}\nabcd`;
    for (const text of ["", "abcde", "abcd=efg", "=abcdefg", "abcd efgh", none]) {
        it(`is the text itself: ${JSON.stringify(text)}`, () => assert.equal(decodeUserData(text), text));
    }

    it("is not taken for compressed by one byte of two", () => {
        for (const bytes of [
            [0x1f, 0x41, 0x41],
            [0x41, 0x8b, 0x41],
        ]) {
            assert.ok(decodeUserData(Buffer.from(bytes).toString("base64")) !== undefined);
        }
    });

    it("is read in bounded time, whatever it holds", () => {
        const hostile = `MIME-Version: 1.0\n${"Content-Transfer-Encoding: base64\n".repeat(30_000)}`;
        assert.ok(decodeUserData(hostile)?.startsWith("MIME-Version: 1.0"));
    });

    it("is not read where it does not unpack, or unpacks to more than any script", () => {
        assert.equal(decodeUserData(Buffer.from([0x1f, 0x8b, 0, 0, 0, 0]).toString("base64")), undefined);
        assert.equal(decodeUserData(gzipSync(Buffer.alloc(2 << 20)).toString("base64")), undefined);
    });
});

describe("A MIME document in user data", () => {
    const part = (encoding: string, body: string) => `--X\nContent-Type: text/x-shellscript\n${encoding}\n${body}\n`;
    const head = "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=X\n\n";

    const documents: [string, string, string][] = [
        [
            "a part in base64",
            `${head}${part(encoded, base64("echo a"))}--X--\n`,
            `${head}--X\nContent-Type: text/x-shellscript\n${encoded}\necho a\n--X--\n`,
        ],
        [
            "a part in base64 of several lines",
            `${head}${part(encoded, base64("echo abc").replace(/(.{4})/g, "$1\n"))}--X--\n`,
            `${head}--X\nContent-Type: text/x-shellscript\n${encoded}\necho abc\n--X--\n`,
        ],
        [
            "a part as it is",
            `${head}${part("", "echo -- a\n\necho b")}--X--\n`,
            `${head}${part("", "echo -- a\n\necho b")}--X--\n`,
        ],
        [
            "a part as it is behind one in base64",
            `${head}${part(encoded, base64("echo a"))}${part("", "echo b")}--X--\n`,
            `${head}--X\nContent-Type: text/x-shellscript\n${encoded}\necho a\n${part("", "echo b")}--X--\n`,
        ],
        [
            "a part whose encoding is written without blanks, in capitals",
            `${head}${part("CONTENT-TRANSFER-ENCODING:BASE64\n", base64("echo a"))}--X--\n`,
            `${head}--X\nContent-Type: text/x-shellscript\nCONTENT-TRANSFER-ENCODING:BASE64\n\necho a\n--X--\n`,
        ],
        [
            "a part with another header that speaks of an encoding",
            `${head}${part("X-Content-Transfer-Encoding: base64\n", "echo a")}--X--\n`,
            `${head}${part("X-Content-Transfer-Encoding: base64\n", "echo a")}--X--\n`,
        ],
        [
            "a part that ends with its headers",
            `${head}--X\nContent-Transfer-Encoding: base64\n`,
            `${head}--X\nContent-Transfer-Encoding: base64\n`,
        ],
        [
            "a part that only speaks of an encoding",
            `${head}${part("", `echo ${encoded}${encoded}`)}--X--\n`,
            `${head}${part("", `echo ${encoded}${encoded}`)}--X--\n`,
        ],
        [
            "a header in which a boundary might begin",
            `${encoded}Content-Type: text/x--shellscript\n\n${base64("echo a")}`,
            `${encoded}Content-Type: text/x--shellscript\n\necho a\n`,
        ],
        [
            "a part in base64 that is its only one",
            `${encoded}Content-Type: text/x-shellscript\n\n${base64("echo a")}`,
            `${encoded}Content-Type: text/x-shellscript\n\necho a\n`,
        ],
        [
            "lines that end as in Windows",
            `${head}${part(encoded, base64("echo a"))}`.replaceAll("\n", "\r\n"),
            `${head}--X\nContent-Type: text/x-shellscript\n${encoded}\n`.replaceAll("\n", "\r\n") + "echo a\n",
        ],
    ];
    for (const [what, document, decoded] of documents) {
        it(`is read with ${what}`, () => assert.equal(decodeUserData(document), decoded));
    }
});
