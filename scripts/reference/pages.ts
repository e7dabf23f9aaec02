import { join } from "node:path";
import type { DeclarationReflection } from "typedoc" with { "resolution-mode": "import" };
import { code, table } from "../markdown";
import { summary } from "./comment-text";
import { componentPage, generated } from "./component-page";
import { readExports } from "./read";

export const referenceFolder = "docs/reference";

/** The argument reference: every page, whole, by its path from the project's root. */
export async function referencePages(root: string): Promise<ReadonlyMap<string, string>> {
    const { packageName, components, others } = await readExports(
        join(root, "components", "index.ts"),
        join(root, "tsconfig.build.json"),
    );
    return new Map([
        ...components.map((component): [string, string] => [
            `${referenceFolder}/${component.name}.md`,
            componentPage(component),
        ]),
        [`${referenceFolder}/README.md`, index(packageName, components, others)],
    ]);
}

function index(
    packageName: string,
    components: readonly DeclarationReflection[],
    others: readonly DeclarationReflection[],
): string {
    return `${[
        "# Reference",
        generated,
        table(
            ["component", "what it is"],
            components.map((one) => [`[${code(one.name)}](${one.name}.md)`, firstSentence(one)]),
        ),
        `Also exported by ${code(packageName)}:`,
        table(
            ["name", "what it is"],
            others.map((one) => [code(one.signatures === undefined ? one.name : `${one.name}()`), firstSentence(one)]),
        ),
    ].join("\n\n")}\n`;
}

function firstSentence({ name, comment, signatures }: DeclarationReflection): string {
    return /^.*?\.(?=\s|$)|^.*/s.exec(summary(name, comment ?? signatures?.[0]?.comment))?.[0] ?? "";
}
