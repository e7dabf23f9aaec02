import type * as jsonc from "jsonc-parser";
import { spellings, Unreadable, type Parsed, type Place } from "./document";

/** Only files with findings, or that cannot be read, need positions. */
function parser(): typeof jsonc {
    return require("jsonc-parser") as typeof jsonc;
}

/** Parses JSON. @throws Unreadable with the line, and without the text */
export function parseJson(text: string): Parsed {
    const content = text.replace(/^\uFEFF/, "");
    let tree: jsonc.Node | undefined;
    try {
        const data = JSON.parse(content) as unknown;
        return {
            data,
            lineOf: (place) => lineAt(content, nodeAt((tree ??= parser().parseTree(content)), place)?.offset ?? 0),
        };
    } catch {
        throw unreadable(content);
    }
}

function unreadable(content: string): Unreadable {
    const { parse, printParseErrorCode } = parser();
    const errors: jsonc.ParseError[] = [];
    parse(content, errors, { disallowComments: true });
    const [first] = errors;
    // "PropertyNameExpected" reads as "property name expected".
    const reason =
        first === undefined
            ? ""
            : `: ${printParseErrorCode(first.error)
                  .replace(/(?<=[a-z])(?=[A-Z])/g, " ")
                  .toLowerCase()}`;
    return new Unreadable(`it is not JSON${reason}`, lineAt(content, first?.offset ?? 0));
}

function nodeAt(root: jsonc.Node | undefined, place: Place): jsonc.Node | undefined {
    let node = root;
    for (const key of place) {
        const child = node === undefined ? undefined : childOf(node, key);
        if (child === undefined) {
            break;
        }
        node = child;
    }
    return node;
}

function childOf(node: jsonc.Node, key: string | number): jsonc.Node | undefined {
    if (typeof key === "number") {
        return node.type === "array" ? node.children?.[key] : undefined;
    }
    const property = node.children?.find(({ children }) => spellings(key).includes(String(children?.[0]?.value)));
    return node.type === "object" ? property?.children?.[1] : undefined;
}

function lineAt(text: string, offset: number): number {
    let line = 1;
    for (let at = text.indexOf("\n"); at !== -1 && at < offset; at = text.indexOf("\n", at + 1)) {
        line++;
    }
    return line;
}
