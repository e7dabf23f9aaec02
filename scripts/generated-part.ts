/**
 * A document with a generated part at its place, which `<!-- NAME:begin -->` and `<!-- NAME:end -->` hold.
 *
 * @param where What the document is called, for the error.
 * @throws where it has no such place
 */
export function withPart(document: string, name: string, content: string, where: string): string {
    const [begin, end] = [`<!-- ${name}:begin -->`, `<!-- ${name}:end -->`];
    const [from, to] = [document.indexOf(begin), document.indexOf(end)];
    if (from === -1 || to < from) {
        throw new Error(`${where} must have ${begin} and, after it, ${end}`);
    }
    return `${document.slice(0, from + begin.length)}\n\n${content}\n\n${document.slice(to)}`;
}
