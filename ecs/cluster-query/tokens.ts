/** ECS takes expressions of at most this many characters. */
const maxCharacters = 2000;

const token = /\s*(\(|\)|\[[^\]]*\]|&&|\|\||==|!=|=~|!~|>=|<=|>|<|![a-z]+|!|[^\s()[\]!=<>~&|]+)/y;

const regexOperators: readonly (string | undefined)[] = ["=~", "!~", "matches", "not_matches"];

/** The words, signs and lists of an expression; undefined when something in it is none of these, or it is too long. */
export function tokenize(expression: string): string[] | undefined {
    const text = expression.trim();
    if (text.length > maxCharacters) {
        return undefined;
    }
    const tokens: string[] = [];
    for (let at = 0; at < text.length;) {
        const found = regexOperators.includes(tokens.at(-1)) ? regexArgument(text, at) : tokenAt(text, at);
        if (found === undefined) {
            return undefined;
        }
        tokens.push(found.token);
        at = found.end;
    }
    return tokens;
}

interface Found {
    readonly token: string;
    /** The position after it. */
    readonly end: number;
}

function tokenAt(text: string, at: number): Found | undefined {
    token.lastIndex = at;
    const found = token.exec(text)?.[1];
    return found === undefined ? undefined : { token: found, end: token.lastIndex };
}

/** A regular expression up to the next blank; a parenthesis at its end that it did not open belongs to the query. */
function regexArgument(text: string, at: number): Found {
    const start = at + text.slice(at).search(/\S/);
    let found = text.slice(start).replace(/\s.*/s, "");
    while (found.endsWith(")") && count(found, ")") > count(found, "(")) {
        found = found.slice(0, -1);
    }
    return { token: found, end: start + found.length };
}

function count(text: string, character: string): number {
    return text.split(character).length;
}
