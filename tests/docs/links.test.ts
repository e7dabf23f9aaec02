import assert from "node:assert/strict";
import { existsSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { bugs, homepage, repository as published } from "../../package.json";
import schema from "../../plugin/schema.json";
import { root } from "../../scripts/documents";
import { repository } from "../../scripts/schema-settings";
import { pages, textOf } from "./pages";

/** The anchors of a page, as GitHub makes them of its headings. */
function anchorsOf(page: string): string[] {
    return Array.from(withoutBlocks(textOf(page)).matchAll(/^#{1,6} (.*)$/gm), ([, heading = ""]) =>
        heading
            .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1")
            .toLowerCase()
            .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
            .replaceAll(" ", "-"),
    );
}

function withoutBlocks(text: string): string {
    return text.replaceAll(/^( *)```.*?^\1```$/gms, "");
}

/** The links of a page that lead nowhere. */
function deadLinks(page: string, text = textOf(page)): string[] {
    const links = Array.from(
        withoutBlocks(text).matchAll(/\]\(([^)\s]+)\)|(?:src|srcset)="([^"]+)"/g),
        (match) => match[1] ?? match[2] ?? "",
    );
    return links.filter((link) => {
        if (/^[a-z]+:/.test(link)) {
            return false;
        }
        const [path = "", anchor] = link.split("#");
        const target = path === "" ? page : join(dirname(page), path);
        const file = join(root, target);
        if (!existsSync(file)) {
            return true;
        }
        return anchor !== undefined && !statSync(file).isDirectory() && !anchorsOf(target).includes(anchor);
    });
}

describe("The links of the documents", () => {
    for (const page of pages) {
        it(`${page}: lead to what is there`, () => assert.deepStrictEqual(deadLinks(page), []));
    }

    it("lead from npm to the repository, which the schema and the path of the Go SDK name too", () => {
        assert.deepStrictEqual(
            [homepage, bugs, published.url, schema.repository, schema.language.go.importBasePath],
            [
                `${repository}#readme`,
                `${repository}/issues`,
                `git+${repository}.git`,
                repository,
                `${repository.replace("https://", "")}/sdk/go/ecsinferentia`,
            ],
        );
    });

    it("would not with a file or a heading that is not there", () => {
        const text = "[a](docs/none.md) [b](#none) [c](docs/rules/README.md) [d](#rules) [e](https://example.com/)";
        assert.deepStrictEqual(deadLinks("README.md", text), ["docs/none.md", "#none"]);
    });
});
