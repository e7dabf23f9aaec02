import type { Comment, CommentDisplayPart } from "typedoc" with { "resolution-mode": "import" };

/** What a docstring says of an argument. */
export interface ArgumentText {
    readonly description: string;
    /** What holds where the argument is left out. */
    readonly otherwise?: string | undefined;
}

/** The text of a docstring, without its tags. @throws where there is none: the reference would have a gap. */
export function summary(of: string, comment: Comment | undefined): string {
    const text = partsText(comment?.summary ?? []);
    if (text === "") {
        throw new Error(`${of} has no docstring`);
    }
    return text;
}

/** What a docstring says under a tag, such as `@throws`. */
export function tagTexts(comment: Comment | undefined, tag: `@${string}`): readonly string[] {
    return (comment?.blockTags ?? []).filter((block) => block.tag === tag).map(({ content }) => partsText(content));
}

/** Takes the sentence that begins with `Default:` out of a description: it has a column of its own. */
export function withDefault(text: string): ArgumentText {
    const found = /(?:^|\s)Default:\s+(.+?)(?:\.(?=\s+[A-Z`])|\.?$)/s.exec(text);
    if (found === null) {
        return { description: text };
    }
    const description = text.slice(0, found.index) + text.slice(found.index + found[0].length);
    return { description: description.trim(), otherwise: found[1] };
}

/** Paragraphs stay; the lines of one become one line. */
function partsText(parts: readonly CommentDisplayPart[]): string {
    return parts
        .map(({ kind, text }) => (kind === "inline-tag" ? `\`${text}\`` : text))
        .join("")
        .trim()
        .replace(/(?<!\n)\n(?!\n)/g, " ");
}
