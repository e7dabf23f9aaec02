import { wrapped } from "../reports/wrapped";

/**
 * A page of Markdown for a terminal: paragraphs are wrapped, and rows of tables are items of a list. Examples stay as
 * they are.
 *
 * @param columns Infinity where no terminal shows the page, which then is as it was
 */
export function wrappedPage(page: string, columns: number): string {
    if (columns === Infinity) {
        return page;
    }
    let isExample = false;
    const lines = page.split("\n").flatMap((line, index, all) => {
        isExample = line.startsWith("```") ? !isExample : isExample;
        // The heads of a table stand above its rule.
        const isHead = line.startsWith("|") && [line, all[index + 1]].some((one) => /^\| --- \|/.test(one ?? ""));
        if (isExample || isHead) {
            return isExample ? [line] : [];
        }
        const text = line.startsWith("|") ? `- ${cellsOf(line)}` : line;
        const indent = /^- /.test(text) ? "  " : "";
        return [wrapped(text, columns, indent, 0)];
    });
    return lines.join("\n");
}

/** The cells of a row of a table. A mark that ends no cell is escaped. */
function cellsOf(row: string): string {
    const cells = row.split(/(?<!\\)\|/).slice(1, -1);
    const texts = cells.map((cell) => cell.trim().replaceAll("\\|", "|").replaceAll("<br>", "; "));
    return texts.join(texts.length === 2 ? ": " : " · ");
}
