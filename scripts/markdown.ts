export function code(text: string): string {
    return `\`${text}\``;
}

/** Text in a cell of a table. */
export function cell(text: string): string {
    return text.replaceAll("|", String.raw`\|`);
}
