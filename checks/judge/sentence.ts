/** The parts of a message, which is one sentence: "subject, requirement: remedy". */
export interface Sentence {
    /** What is wrong, without its subject, and without what is required besides. */
    readonly found: string;
    readonly remedy?: string;
}

/**
 * Takes a message apart: its remedy is what stands behind the last colon or semicolon that is not inside quotes or
 * brackets.
 *
 * @param subject what is named beside the message already, in the words of messages: `container "bert"`
 */
export function sentence(message: string, subject?: string): Sentence {
    const breaks = breaksOf(message);
    const last = breaks.at(-1);
    const problem = message.slice(0, last);
    const isNamed =
        subject !== undefined && problem.startsWith(`${subject} `) && !problem.startsWith(`${subject} and `);
    const said = isNamed ? problem.slice(subject.length + 1) : problem;
    // Of a subject that is named already, what stands before "but" is the value itself.
    const butAt = isNamed ? said.indexOf(", but ") : -1;
    const reason = butAt === -1 ? said : said.slice(butAt + ", but ".length);
    const end = breaksOf(reason).find((at) => reason[at] === ";");
    return {
        found: reason.slice(0, end),
        ...(last !== undefined && { remedy: message.slice(last + 2) }),
    };
}

/** Where a colon or a semicolon parts a sentence. */
function breaksOf(text: string): readonly number[] {
    const breaks: number[] = [];
    let depth = 0;
    const parts = /"(?:[^"\\]|\\.)*"|([[({])|([\])}])|([:;] )/g;
    for (const { 1: opening, 2: closing, 3: stop, index } of text.matchAll(parts)) {
        if (stop !== undefined && depth === 0) {
            breaks.push(index);
        } else if (opening !== undefined) {
            depth++;
        } else if (closing !== undefined) {
            depth = Math.max(0, depth - 1);
        }
    }
    return breaks;
}
