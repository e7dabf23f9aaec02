/** Whether some text fits two patterns of hosts or paths, in which `*` is any text and `?` any character. */
export function canBothMatch(one: string, other: string): boolean {
    // Positions in the second pattern that are reached when the first is read up to here.
    let reached = withStars(other, new Set([0]));
    for (const character of one) {
        const next = new Set<number>();
        for (const position of reached) {
            if (character === "*") {
                for (let later = position; later <= other.length; later++) {
                    next.add(later);
                }
                continue;
            }
            const opposite = other[position];
            if (opposite === "*") {
                next.add(position);
            } else if (opposite !== undefined && (opposite === character || opposite === "?" || character === "?")) {
                next.add(position + 1);
            }
        }
        reached = withStars(other, next);
    }
    return reached.has(other.length);
}

/** A star may stand for nothing. */
function withStars(pattern: string, positions: Set<number>): Set<number> {
    for (const position of positions) {
        if (pattern[position] === "*") {
            positions.add(position + 1);
        }
    }
    return positions;
}
