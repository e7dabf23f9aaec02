/** One thing that is wrong with a resource's inputs. */
export interface Failure {
    /** The path of the property, as `volumes[0].name`. */
    readonly property: string;
    /** What is wrong, what is required and how to fix it. */
    readonly reason: string;
}

export function join(path: string, member: string | number): string {
    if (typeof member === "number") {
        return `${path}[${member}]`;
    }
    return path === "" ? member : `${path}.${member}`;
}

/** The name among the known ones that was probably meant, as the end of a sentence: ` (did you mean "memory"?)`. */
export function didYouMean(name: string, known: Iterable<string>): string {
    let best: { name: string; distance: number } | undefined;
    for (const candidate of known) {
        const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
        if (distance <= Math.max(1, Math.floor(name.length / 3)) && (best === undefined || distance < best.distance)) {
            best = { name: candidate, distance };
        }
    }
    return best === undefined ? "" : ` (did you mean "${best.name}"?)`;
}

/** Levenshtein's distance, with a swap of neighbours as one step. */
function editDistance(left: string, right: string): number {
    const rows = [Array.from({ length: right.length + 1 }, (_, column) => column)];
    for (let row = 1; row <= left.length; row++) {
        const current = [row];
        for (let column = 1; column <= right.length; column++) {
            const at = (up: number, back: number): number =>
                (up === 0 ? current : (rows[row - up] ?? []))[column - back] ?? 0;
            const same = left[row - 1] === right[column - 1];
            const swapped =
                row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
            current.push(
                Math.min(at(1, 0) + 1, at(0, 1) + 1, at(1, 1) + (same ? 0 : 1), swapped ? at(2, 2) + 1 : Infinity),
            );
        }
        rows.push(current);
    }
    return rows[left.length]?.[right.length] ?? 0;
}
