import assert from "node:assert/strict";
import { userDataParts } from "../../../ecs/shell/parts";

const head = 'Content-Type: multipart/mixed; boundary="X"\nMIME-Version: 1.0\n\n';
const part = (type: string, body: string, newline = "\n") =>
    `--X${newline}Content-Type: ${type}${newline}${newline}${body}`;

describe("User data", () => {
    const texts: [string, string, string[]][] = [
        ["a script", "#!/bin/bash\na", ["script: #!/bin/bash\na"]],
        ["a script of each shell", "#!/bin/sh", ["script: #!/bin/sh"]],
        ["a script of dash", "#!/bin/dash", ["script: #!/bin/dash"]],
        ["a script of ash", "#!/bin/ash", ["script: #!/bin/ash"]],
        ["a script of zsh", "#!/usr/bin/env zsh", ["script: #!/usr/bin/env zsh"]],
        ["a script of ksh", "#!/bin/ksh", ["script: #!/bin/ksh"]],
        ["a script without its first line", "a\nb", ["script: a\nb"]],
        ["a script behind blanks", "\n #!/bin/sh", ["script: \n #!/bin/sh"]],
        ["a script of another language", "#!/usr/bin/python3\nsh", []],
        ["a script of a program with such a name", "#!/bin/wash\na", []],
        ["a PowerShell script", "<powershell>a</powershell>", []],
        ["a list of addresses", "#include\nhttps://example.org/sh", []],
        ["a script that prints such a name", 'echo "#include <powershell>"', ['script: echo "#include <powershell>"']],
        ["a script that names such a list", "a\n#include", ["script: a\n#include"]],
        ["a cloud-config", "#cloud-config\na: b", ["cloud-config: #cloud-config\na: b"]],
        ["a cloud-config behind blanks", " #cloud-config", ["cloud-config:  #cloud-config"]],
        ["what begins as a cloud-config", "#cloud-configs", ["script: #cloud-configs"]],
        ["what has a cloud-config later", "a #cloud-config", ["script: a #cloud-config"]],
        [
            "a template of a cloud-config",
            "## template: jinja\n#cloud-config\na",
            ["cloud-config: ## template: jinja\n#cloud-config\na"],
        ],
        ["a template of a script", "## template: jinja\n#!/bin/sh", ["script: ## template: jinja\n#!/bin/sh"]],
        [
            "a template of what is none",
            "## template: jinja\na #cloud-config",
            ["script: ## template: jinja\na #cloud-config"],
        ],
        ["a comment before a cloud-config", "# a\n#cloud-config", ["script: # a\n#cloud-config"]],
        ["nothing", "", ["script: "]],
        [
            "the parts of a document",
            `${head}${part("text/x-shellscript", "#!/bin/sh\na\n")}${part("text/cloud-config", "#cloud-config\nb\n")}--X--`,
            ["script: ", "script: #!/bin/sh\na\n", "cloud-config: #cloud-config\nb\n", "script: "],
        ],
        [
            "the parts of a document with other ends of lines",
            `${head}${part("text/x-shellscript", "a\r\n\r\nb", "\r\n")}`,
            ["script: ", "script: a\r\n\r\nb"],
        ],
        ["a document behind blanks", ` \n${head}${part("a", "b")}`, ["script: ", "script: b"]],
        [
            "a document that names its version first",
            `mime-version: 1.0\n\n${part("a", "b")}`,
            ["script: ", "script: b"],
        ],
        ["a part without headers", `${head}--X\na`, ["script: ", "script: "]],
        [
            "a script that names a version",
            `a\nMIME-Version: 1.0\n\n${part("a", "b")}`,
            [`script: a\nMIME-Version: 1.0\n\n${part("a", "b")}`],
        ],
        ["a script with a line of dashes", "a\n--b\n\nc", ["script: a\n--b\n\nc"]],
    ];
    for (const [what, text, parts] of texts) {
        it(`is ${what}: ${JSON.stringify(text.slice(0, 40))}`, () =>
            assert.deepStrictEqual(
                userDataParts(text).map((one) => `${one.kind}: ${one.text}`),
                parts,
            ));
    }
});
