const lineWidth = 120;

export function code(text: string): string {
    return `\`${text}\``;
}

/** Text in a cell of a table. */
export function cell(text: string): string {
    return text.replaceAll("|", String.raw`\|`);
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
    return [head, head.map(() => "---"), ...rows.map((row) => row.map(cell))]
        .map((row) => `| ${row.join(" | ")} |`)
        .join("\n");
}

export function fenced(language: string, content: string): string {
    return `\`\`\`${language}\n${content}\n\`\`\``;
}

/** JSON in which whatever fits into a line is in one. @param before what stands before it in its line */
export function json(value: unknown, indent = "", before = ""): string {
    const line = JSON.stringify(value, undefined, 1).replaceAll(/\n */g, " ");
    if (typeof value !== "object" || value === null || indent.length + before.length + line.length <= lineWidth) {
        return line;
    }
    const deeper = `${indent}  `;
    const items = Array.isArray(value)
        ? value.map((item) => `${deeper}${json(item, deeper)}`)
        : Object.entries(value).map(([name, item]) => {
              const key = `${JSON.stringify(name)}: `;
              return `${deeper}${key}${json(item, deeper, key)}`;
          });
    const [start, end] = Array.isArray(value) ? "[]" : "{}";
    return `${start}\n${items.join(",\n")}\n${indent}${end}`;
}
