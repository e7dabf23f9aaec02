/** The place of a text in another one from a place on; the end of that one where it is not there. */
export function placeOf(searched: string, text: string, start: number): number {
    const at = text.indexOf(searched, start);
    return at === -1 ? text.length : at;
}
