import assert from "node:assert/strict";
import { commandsOf } from "../../../ecs/shell/commands";
import { userDataParts } from "../../../ecs/shell/user-data";

const commandsIn = (script: string) => commandsOf(() => ["sh", "-c", script]).commands;

const head = 'Content-Type: multipart/mixed; boundary="X"\nMIME-Version: 1.0\n\n';
const part = (type: string, body: string, newline = "\n") =>
    `--X${newline}Content-Type: ${type}${newline}${newline}${body}`;

describe("User data", () => {
    const texts: [string, string, string[]][] = [
        ["a script", "#!/bin/bash\na", ["#!/bin/bash\na"]],
        ["a script of each shell", "#!/bin/sh", ["#!/bin/sh"]],
        ["a script of dash", "#!/bin/dash", ["#!/bin/dash"]],
        ["a script of ash", "#!/bin/ash", ["#!/bin/ash"]],
        ["a script of zsh", "#!/usr/bin/env zsh", ["#!/usr/bin/env zsh"]],
        ["a script of ksh", "#!/bin/ksh", ["#!/bin/ksh"]],
        ["a script without its first line", "a\nb", ["a\nb"]],
        ["a script behind blanks", "\n #!/bin/sh", ["\n #!/bin/sh"]],
        ["a script of another language", "#!/usr/bin/python3\nsh", [""]],
        ["a script of a program with such a name", "#!/bin/wash\na", [""]],
        ["a PowerShell script", "<powershell>a</powershell>", []],
        ["a list of addresses", "#include\nhttps://example.org/sh", []],
        ["a script that prints such a name", 'echo "#include <powershell>"', ['echo "#include <powershell>"']],
        ["a script that names such a list", "a\n#include", ["a\n#include"]],
        ["a cloud-config", "#cloud-config\na: b", [""]],
        ["a cloud-config behind blanks", " #cloud-config", [""]],
        ["what begins as a cloud-config", "#cloud-configs", ["#cloud-configs"]],
        ["what has a cloud-config later", "a #cloud-config", ["a #cloud-config"]],
        ["a template of a cloud-config", "## template: jinja\n#cloud-config\na", [""]],
        ["a template of a script", "## template: jinja\n#!/bin/sh", ["## template: jinja\n#!/bin/sh"]],
        ["a template of what is none", "## template: jinja\na #cloud-config", ["## template: jinja\na #cloud-config"]],
        ["a comment before a cloud-config", "# a\n#cloud-config", ["# a\n#cloud-config"]],
        ["nothing", "", [""]],
        [
            "the parts of a document",
            `${head}${part("text/x-shellscript", "#!/bin/sh\na\n")}${part("text/cloud-config", "#cloud-config\nb\n")}--X--`,
            ["", "#!/bin/sh\na\n", "", ""],
        ],
        [
            "the parts of a document with other ends of lines",
            `${head}${part("text/x-shellscript", "a\r\n\r\nb", "\r\n")}`,
            ["", "a\r\n\r\nb"],
        ],
        ["a document behind blanks", ` \n${head}${part("a", "b")}`, ["", "b"]],
        ["a document that names its version first", `mime-version: 1.0\n\n${part("a", "b")}`, ["", "b"]],
        ["a part without headers", `${head}--X\na`, ["", ""]],
        [
            "a script that names a version",
            `a\nMIME-Version: 1.0\n\n${part("a", "b")}`,
            [`a\nMIME-Version: 1.0\n\n${part("a", "b")}`],
        ],
        ["a script with a line of dashes", "a\n--b\n\nc", ["a\n--b\n\nc"]],
    ];
    for (const [what, text, scripts] of texts) {
        it(`is ${what}: ${JSON.stringify(text.slice(0, 40))}`, () =>
            assert.deepStrictEqual(
                userDataParts(text).map(({ commands }) => commands),
                scripts.map(commandsIn),
            ));
    }
});

const runs = (config: string) => userDataParts(`#cloud-config\n${config}`).map(({ commands }) => commands);
const unreadIn = (text: string) => userDataParts(text).map(({ unread }) => unread);

describe("The files that a cloud-config writes", () => {
    const configs: [string, string, readonly string[]][] = [
        ["one", "write_files:\n- path: /a", ["> '/a'"]],
        ["one whose path is not its first property", "write_files:\n  - content: x\n    path: /a\n", ["> '/a'"]],
        ["several", "write_files:\n- path: /a\n- path: /b\n", ["> '/a'", "> '/b'"]],
        [
            "several, with an empty line between",
            "write_files:\n- path: /a\n\n  append: true\n- path: /b\n",
            [">> '/a'", "> '/b'"],
        ],
        ["a path in double quotes", 'write_files:\n- path: "/a b" # c\n', ["> '/a b'"]],
        ["a path in single quotes", "write_files:\n- path: '/a'\n", ["> '/a'"]],
        ["a path in quotes that do not end", "write_files:\n- path: '/a\n", ["> '/a'"]],
        ["a path before a comment", "write_files:\n- path: /a#b # c # d\n", ["> '/a#b'"]],
        ["a path with blanks before a comment", "write_files:\n- path: /a   # b\n", ["> '/a'"]],
        ["a path of a quote", 'write_files:\n- path: "\n', ["> ''"]],
        ["one to which it appends", "write_files:\n- path: /a\n  append: True\n", [">> '/a'"]],
        ["one to which it does not append", "write_files:\n- path: /a\n  append: false\n", ["> '/a'"]],
        ["one without a path", "write_files:\n- content: x\n", ["> ''"]],
        ["a property deeper in", "write_files:\n- content: |\n    path: /b\n  path: /a\n", ["> '/a'"]],
        ["a property that begins alike", "write_files:\n- pathname: /b\n  path: /a\n", ["> '/a'"]],
        ["a list deeper in", "write_files:\n- path: /a\n  list:\n  - path: /b\n", ["> '/a'"]],
        ["lists of other names", "packages:\n- path: /a\nwrite_files:\n- path: /b\nusers:\n- path: /c\n", ["> '/b'"]],
        ["what stands before the first item", "write_files:\n  path: /b\n- path: /a\n", ["> '/a'"]],
        ["what stands before a list", "a\n- path: /a\n", []],
        [
            "an indented key, which is none of the config",
            "write_files:\n- path: /a\n users:\n- path: /b\n",
            ["> '/a'", "> '/b'"],
        ],
        [
            "a later list that is indented more",
            "runcmd:\n- a\nwrite_files:\n  - path: /b\n    append: true\n",
            [">> '/b'", "a"],
        ],
        ["a text that only has a dash", "write_files:\n-path: /a\n", []],
    ];
    for (const [what, text, files] of configs) {
        it(`are read: ${what}`, () => assert.deepStrictEqual(runs(text), [commandsIn(files.join("\n"))]));
    }
});

describe("The commands that a cloud-config runs", () => {
    const configs: [string, string, string][] = [
        ["one", "runcmd:\n- a b\n", "a b"],
        ["several", "runcmd:\n  - a\n  - b\n", "a\nb"],
        ["those of the boot first, where they stand first", "bootcmd:\n- a\nruncmd:\n- b\n", "a\nb"],
        ["one in quotes", 'runcmd:\n- "a; b"\n', "a; b"],
        ["one over several lines", "runcmd:\n- a\n  b\n    c\n- d\n", "a b c\nd"],
        ["one before a comment", "runcmd:\n- a # b\n", "a"],
        [
            "blocks of lines",
            ["|", ">", "|-", "|+", ">-"].map((sign) => `runcmd:\n- ${sign}\n  a\n  b\n`).join(""),
            Array(5).fill("a\nb").join("\n"),
        ],
        ["a block with blanks after its sign", "runcmd:\n- |  \n  a\n", "a"],
        ["a command that begins as a block", "runcmd:\n- > /a\n", "> /a"],
        ["one with blanks at the ends of its lines", "runcmd:\n- a\n  b  \n  c\n", "a b c"],
        ["one, and nothing of a later map", "runcmd:\n- a\nother:\n  b: c\n", "a"],
        ["a bar in a command", "runcmd:\n- a |\n  b\n", "a | b"],
        ["a list of words", "runcmd:\n- [sh, -c, a b]\n- c\n", "'sh' '-c' 'a b'\nc"],
        ["a list of words in quotes", `runcmd:\n- ["sh", '-c', "\\"a, b\\" 'c'"]\n`, `'sh' '-c' '"a, b" '\\''c'\\'''`],
        ["a list of words over several lines", "runcmd:\n- [ sh,\n    -c, a ]\n", "'sh' '-c' 'a'"],
        ["a list of words with a comma in quotes", "runcmd:\n- [sh, 'a, b']\n", "'sh' 'a, b'"],
        ["a list of words with a quote inside of one", "runcmd:\n- [sh, a'b]\n", "'sh' 'a'\\''b'"],
        ["one with quotes inside of it", 'runcmd:\n- a "b c" d\n', 'a "b c" d'],
        ["one in quotes with a line end in it", 'runcmd:\n- "a\\nb"\n', "a\nb"],
        ["one in quotes with quotes in it", 'runcmd:\n- "echo \\"a\\" > b"\n', 'echo "a" > b'],
        ["a command with such signs inside", "runcmd:\n- a [b]\n", "a [b]"],
        ["other lists, which are left out", "packages:\n- a\nconstructor:\n- c\nruncmd:\n- b\n", "b"],
        ["none", "write_files: []\n", ""],
        [
            "a key of 40 letters at most",
            `${"a".repeat(41)}:\nruncmd:\n- b\n${"c".repeat(41)}:\n- d\n`,
            `b ${"c".repeat(41)}:\nd`,
        ],
    ];
    for (const [what, text, commands] of configs) {
        it(`are read: ${what}`, () => assert.deepStrictEqual(runs(text), [commandsIn(commands)]));
    }
});

describe("User data that is not read", () => {
    const unread: [string, string, string][] = [
        ["a script of another language", "#!/usr/bin/python3\nsh", "a script of another language"],
        ["an archive of configurations", "#cloud-config-archive\n- a", "a script of another language"],
        ["files in brackets", "#cloud-config\nwrite_files: [{ path: /a }]\n", "write_files in brackets"],
        ["a file in braces", "#cloud-config\nwrite_files:\n- { path: /a }\n", "an item in brackets"],
        ["commands in brackets", "#cloud-config\nruncmd: [a, b]\n", "runcmd in brackets"],
        ...["{a: b}", "&a b", "*a", "!a b", "- a", "[a, [b]]", "[a] b"].map((item): [string, string, string] => [
            `the command ${item}`,
            `#cloud-config\nruncmd:\n- ${item}\n`,
            "a command of several parts",
        ]),
    ];
    for (const [what, text, reason] of unread) {
        it(`is ${what}`, () => assert.deepStrictEqual(unreadIn(text), [reason]));
    }

    it("is none where nothing runs it on Linux", () =>
        assert.deepStrictEqual(
            ["<powershell>a</powershell>", "#include\nhttps://example.org/a", "#upstart-job\na"].map(unreadIn),
            [[], [], []],
        ));
});
