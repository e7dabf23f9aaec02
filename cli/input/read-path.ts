import { UnreadableFile, type EqualKey } from "./document";
import { filesOf, nothingChecked, type Files } from "./files";
import type { ReadOptions } from "./read-options";
import { sharedIn, taskDefinitionsBeside } from "./other-files";
import { readFile, unknownFormat, type FilePart, type ReadFile } from "./read-file";

/** What comes of a path that was named, one after the other. */
export type PathEvent =
    /** With how it was read, so that it can be read so again. */
    | { readonly kind: "file"; readonly path: string; readonly file: ReadFile; readonly options: ReadOptions }
    | { readonly kind: "failure"; readonly path: string; readonly line: number | undefined; readonly reason: string }
    /** Files of a folder that are for other programs. */
    | { readonly kind: "skipped"; readonly path: string; readonly files: readonly string[] };

/**
 * Reads the file, or the files of the folder, that a path names. A file that was named must be one that can be checked;
 * of the files of a folder, those for other programs are skipped, but a folder of nothing else is a failure.
 */
export function* readPath(
    path: string,
    options: ReadOptions,
    isExcluded: (path: string) => boolean,
): Generator<PathEvent> {
    let files: Files;
    try {
        files = filesOf(path);
    } catch (error) {
        const isMissing = (error as NodeJS.ErrnoException).code === "ENOENT";
        yield failure(path, isMissing ? "there is no such file or folder" : "it cannot be read");
        return;
    }
    const skipped: string[] = [];
    for (const folder of files.closed) {
        yield failure(folder, "the folder cannot be read");
    }
    const paths = files.paths.filter((one) => !isExcluded(one));
    const shared = files.isFolder ? sharedIn(paths, options.parameters) : undefined;
    for (const one of paths) {
        const taskDefinitions = () => taskDefinitionsBeside(one, paths);
        const ofFolder = shared && {
            parameters: shared.valuesOf(one),
            file: one,
            exports: shared.exports,
            nestedStacks: shared.nestedStacksOf(one),
            taskDefinitions,
        };
        const event = readOne(one, { ...options, ...ofFolder });
        if (event.kind === "failure" && event.isOther && files.isFolder) {
            skipped.push(one);
        } else {
            yield event;
        }
    }
    if (files.isFolder && skipped.length === paths.length && files.closed.length === 0) {
        yield failure(path, nothingChecked(files, skipped.length));
    } else if (skipped.length > 0) {
        yield { kind: "skipped", path, files: skipped };
    }
}

/** Says which files of a folder were skipped. */
export function skippedText(files: readonly string[]): string {
    const shown = files.slice(0, namesShown).join(", ");
    const more = files.length > namesShown ? ` and ${files.length - namesShown} more` : "";
    return `skipped ${files.length} file${files.length === 1 ? "" : "s"} of no known format: ${shown}${more}`;
}

const namesShown = 3;

/** What a file has that is not, or not wholly, in what is checked: each with its line. */
export function fileWarnings({ parts }: ReadFile): readonly { readonly line: number; readonly text: string }[] {
    const isKnown = ({ variants }: FilePart) => variants.length > 0;
    return parts.flatMap((part) => {
        const { parsed, variants } = part;
        return isKnown(part)
            ? [
                  ...parsed.equalKeys().map(equalKey),
                  ...(variants[0]?.warnings ?? []).map(({ place, text }) => ({
                      line: parsed.positionOf(place).line,
                      text,
                  })),
              ]
            : [
                  {
                      line: parsed.positionOf([]).line,
                      text: `this document of the file is not checked: ${unknownFormat}`,
                  },
              ];
    });
}

function equalKey({ key, line }: EqualKey): { readonly line: number; readonly text: string } {
    return { line, text: `the key ${JSON.stringify(key)} stands here again; this one counts` };
}

function readOne(
    path: string,
    options: ReadOptions,
): Extract<PathEvent, { kind: "file" }> | (Failure & { readonly isOther: boolean }) {
    try {
        const file = readFile(path, options);
        const [first] = file.parts;
        return file.parts.some(({ variants }) => variants.length > 0)
            ? { kind: "file", path, file, options }
            : { ...failure(path, unknownFormat, first?.parsed.positionOf([]).line), isOther: true };
    } catch (error) {
        const { reason, line, isOther } = error instanceof UnreadableFile ? error : new UnreadableFile(reasonOf(error));
        return { ...failure(path, reason, line), isOther };
    }
}

/** The message of the error itself could quote the file. */
function reasonOf(error: unknown): string {
    return error instanceof RangeError ? "it is nested too deeply" : "the command failed on it; please report it";
}

type Failure = Extract<PathEvent, { kind: "failure" }>;

function failure(path: string, reason: string, line?: number): Failure {
    return { kind: "failure", path, line, reason };
}
