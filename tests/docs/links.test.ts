import assert from "node:assert/strict";
import { existsSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { bugs, homepage, repository as published } from "../../package.json";
import schema from "../../plugin/schema.json";
import { root } from "../../scripts/documents";
import { publishedPackages } from "../../scripts/release/packages";
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

/** Where a page leads, and where its pictures are. */
function linksOf(text: string): string[] {
    return Array.from(
        withoutBlocks(text).matchAll(/\]\(([^)\s]+)\)|(?:src|srcset|href)="([^"]+)"|^\[[^\]]+\]: (\S+)$/gm),
        (match) => match[1] ?? match[2] ?? match[3] ?? "",
    );
}

/** Addresses of the repository's own files. */
const ownFile = new RegExp(
    `^(?:${repository}/(?:blob|tree)|${repository.replace("github.com", "raw.githubusercontent.com")})/main/`,
);

/** The links of a page that lead nowhere, as far as this folder shows it. */
function deadLinks(page: string, text = textOf(page)): string[] {
    return linksOf(text).filter((link) => {
        const own = link.replace(ownFile, "/");
        if (/^[a-z]+:/.test(own)) {
            return false;
        }
        const [path = "", anchor] = own.split("#");
        const target = path === "" ? page : path.startsWith("/") ? path.slice(1) : join(dirname(page), path);
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
        const text =
            "[a](docs/none.md) [b](#none) [c](docs/rules/README.md) [d](#rules) [e](https://example.com/)\n" +
            `[f]: ${repository}/blob/main/LICENSE\n[g]: ${repository}/blob/main/none.md\n`;
        assert.deepStrictEqual(deadLinks("README.md", text), [
            "docs/none.md",
            "#none",
            `${repository}/blob/main/none.md`,
        ]);
    });

    for (const { folder } of publishedPackages(root)) {
        it(`${join(folder, "README.md")}: has none that npm would lead to its own site, and no name without an address`, () => {
            const text = textOf(join(folder, "README.md"));
            const defined = new Set(Array.from(text.matchAll(/^\[([^\]]+)\]: /gm), ([, name = ""]) => name));
            const used = Array.from(
                withoutBlocks(text).matchAll(/\]\[([^\]]+)\]|(?<![\]\w`])\[([^\][`]+)\](?![[(:])/g),
                (match) => match[1] ?? match[2] ?? "",
            );
            assert.deepStrictEqual(
                {
                    relative: linksOf(text).filter((link) => !/^(?:https:|#)/.test(link)),
                    undefined: used.filter((name) => !defined.has(name)),
                    unused: [...defined].filter((name) => !used.includes(name)),
                },
                { relative: [], undefined: [], unused: [] },
            );
        });
    }
});
