/** Whether a text is the pattern, in which `*` stands for any text. */
export function matchesPattern(pattern: string, text: string): boolean {
    const [first, last] = [pattern.indexOf("*"), pattern.lastIndexOf("*")];
    if (first === -1) {
        return text === pattern;
    }
    const [start, end] = [pattern.slice(0, first), pattern.slice(last + 1)];
    if (!text.startsWith(start) || !text.endsWith(end)) {
        return false;
    }
    let at = start.length;
    for (const part of pattern.slice(first, last).split("*")) {
        const found = text.indexOf(part, at);
        if (found === -1) {
            return false;
        }
        at = found + part.length;
    }
    return text.length - end.length >= at;
}
