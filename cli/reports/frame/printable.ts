/** A text that can be printed: what a terminal would obey, and not show, is replaced. */
export function printable(text: string): string {
    return text.replaceAll("\t", "    ").replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, "\ufffd");
}
