import type * as yaml from "yaml";
import { Lines, type Position } from "./position";
import { UnreadableFile, type Parsed, type Place } from "./document";
import { rangeInText } from "./json-tree";
import { scalarsOf } from "./yaml-scalars";
import { YamlTree } from "./yaml-tree";

/**
 * Parses each document of a YAML text, with CloudFormation's short tags in their long form: `!Ref x` is `{"Ref": "x"}`,
 * `!Sub x` is `{"Fn::Sub": "x"}`. Empty documents are left out. @throws Unreadable with the line, and without the text
 */
export function parseYaml(text: string): readonly Parsed[] {
    const { library, documents, trees } = readYaml(text);
    const lines = new Lines(text, () => documents.flatMap((document) => scalarsOf(library, document)));
    return trees.map(({ tree, data }) => {
        const one = parsed(tree, data, text, lines);
        treeByDocument.set(one, tree);
        return one;
    });
}

const treeByDocument = new WeakMap<Parsed, YamlTree>();

/** The tree of a document that {@link parseYaml} parsed; undefined for one of JSON. */
export function treeOf(document: Parsed): YamlTree | undefined {
    return treeByDocument.get(document);
}

function readYaml(text: string) {
    const library = require("yaml") as typeof yaml;
    const counter = new library.LineCounter();
    const options = { lineCounter: counter, logLevel: "silent", uniqueKeys: false } as const;
    const all = library.parseAllDocuments(text, options) as yaml.Document.Parsed[];
    const documents = all.length > 0 ? all : [library.parseDocument(text, options)];
    const [error] = documents.flatMap(({ errors }) => errors);
    if (error !== undefined) {
        const reason = error.code.replaceAll("_", " ").toLowerCase();
        throw new UnreadableFile(`it is not YAML: ${reason}`, counter.linePos(error.pos[0]).line);
    }
    const read = documents.map((document) => {
        const tree = new YamlTree(library, document);
        return { tree, data: tree.data() };
    });
    const full = read.filter(({ data }) => data !== null);
    return { library, documents, trees: full.length > 0 ? full : read.slice(0, 1) };
}

function parsed(tree: YamlTree, data: unknown, text: string, lines: Lines): Parsed {
    return {
        data,
        lines,
        equalKeys: () => tree.equalKeys().map(({ key, offset }) => ({ key, line: lines.range(offset, offset).line })),
        positionOf: (place: Place): Position => {
            const { node, rest } = tree.deepest(place);
            const [start, end] = node?.range ?? [0, 0];
            const inside = rest.length === 0 ? undefined : tree.valueOf(node);
            return lines.range(...(rangeInText(inside, text.slice(start, end), start, rest) ?? [start, end]));
        },
    };
}
