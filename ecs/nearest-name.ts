/** What Docker Compose and Kubernetes call members of a container. */
export const otherNames: ReadonlyMap<string, string> = new Map([
    ["ports", "portMappings"],
    ["env", "environment"],
]);

/** " (did you mean x?)" for a name that is close to a known one, or means it elsewhere; or nothing. */
export function suggestion(name: string, known: readonly string[]): string {
    const meant = otherNames.get(name);
    if (meant !== undefined && known.includes(meant)) {
        return ` (did you mean ${meant}?)`;
    }
    const close = known.map((one) => [distance(name, one), one] as const).sort(([one], [other]) => one - other)[0];
    return close !== undefined && close[0] <= Math.max(1, name.length / 3) ? ` (did you mean ${close[1]}?)` : "";
}

/** The edits between two texts (Levenshtein). */
function distance(one: string, other: string): number {
    let row = Array.from({ length: other.length + 1 }, (_, index) => index);
    for (const [at, character] of Array.from(one).entries()) {
        let left = at + 1;
        row = [
            left,
            ...row.slice(1).map((above, index) => {
                left = Math.min(above + 1, left + 1, (row[index] ?? 0) + (other[index] === character ? 0 : 1));
                return left;
            }),
        ];
    }
    return row.at(-1) ?? 0;
}
