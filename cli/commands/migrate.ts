import { messageOf, UNKNOWN, type ManualStep, type Migration } from "../../checks";
import { contractText } from "../edits/contract-text";
import { findingsAfter, migratedText, migrationsOf, type MigratedDefinition } from "../edits/migrated-file";
import { NotWritten, replaceFile } from "../edits/replace-file";
import { notForPatch, textDiff } from "../edits/text-diff";
import { ExitCode } from "../exit-code";
import { UnreadableFile } from "../input/document";
import { readFile, unknownFormat, type ReadFile } from "../input/read-file";
import { columnsOf } from "../reports/columns";
import { printable } from "../reports/frame/printable";
import type { Terminal, Write } from "../reports/report";
import { wrapped } from "../reports/wrapped";
import type { MigrateRequest } from "./migrate-request";

/**
 * Migrates the task definitions of a file: shows the difference, or writes it, and what a person must do. Answers
 * Failure where one is left as it was, and Findings where rules reject the result.
 */
export function migrateFile(request: MigrateRequest, out: Write, err: Write, terminal: Terminal): ExitCode {
    const { path, instanceType, isJson } = request;
    const { colours, width } = terminal;
    const failed = (reason: string, line?: number): ExitCode => {
        err(`${path}${line === undefined ? "" : `:${line}`}: ${reason}\n`);
        return ExitCode.Failure;
    };
    try {
        const file = readFile(path);
        if (file.parts.every(({ variants }) => variants.length === 0)) {
            return failed(unknownFormat, file.parts[0]?.parsed.positionOf([]).line);
        }
        const definitions = migrationsOf(file, instanceType);
        const findings = findingsAfter(file, definitions).map(messageOf);
        const change = changeOf(file, definitions);
        if (request.write && change !== undefined) {
            writeTo(path, file, change.after);
        }
        const style = { path, label: "for libnrt", isJson: file.isJson, colours };
        const difference =
            request.write || isJson || change === undefined
                ? undefined
                : textDiff(file.text, change.after, { ...style, isShown: change.isShown });
        err(difference?.isWhole === false ? `${path}: ${notForPatch("--write")}\n` : "");
        out(
            isJson
                ? jsonText(request, definitions, findings)
                : [
                      difference?.text ?? "",
                      ...definitions.map((definition) => section(definition, request, width)),
                      ...(definitions.length === 0 ? [`${path}: there is no task definition in it\n`] : []),
                      afterwards(definitions, findings, width),
                  ].join(""),
        );
        return definitions.some(({ migration }) => migration.kind === "left")
            ? ExitCode.Failure
            : findings.length > 0
              ? ExitCode.Findings
              : ExitCode.Clean;
    } catch (error) {
        if (error instanceof UnreadableFile) {
            return failed(error.reason, error.line);
        }
        if (error instanceof NotWritten) {
            return failed(`not migrated, and left as it was: ${error.reason}`);
        }
        throw error;
    }
}

type Migrated = Extract<Migration, { readonly kind: "migrated" }>;

/** The file's new text; undefined where nothing in it can be changed. */
function changeOf(file: ReadFile, definitions: readonly MigratedDefinition[]) {
    const changed = definitions.filter(({ inFile }) => inFile.length > 0);
    return changed.length === 0
        ? undefined
        : {
              after: migratedText(file, changed),
              isShown: contractText(
                  changed.flatMap(({ inFile }) => inFile),
                  file.parts.map(({ parsed }) => parsed.data),
              ),
          };
}

/** @throws NotWritten */
function writeTo(path: string, { encoding }: ReadFile, text: string): void {
    if (encoding !== "UTF-8") {
        throw new NotWritten(`it is written in ${encoding}; save it as UTF-8 first`);
    }
    replaceFile(path, text);
}

/** What is said of one task definition. */
function section(definition: MigratedDefinition, { path, write }: MigrateRequest, width: number): string {
    const { id, migration, isWritable, elsewhere, containers } = definition;
    const head = `${printable(path)}: ${printable(id)}`;
    if (migration.kind !== "migrated") {
        const text = `${migration.kind === "left" ? "not migrated" : "nothing to migrate"}: ${migration.reason}`;
        return `${head}: ${wrapped(printable(text), width, "    ", columnsOf(head) + 2)}\n`;
    }
    const item = (mark: string, text: string) =>
        `  ${mark} ${wrapped(printable(text), width, " ".repeat(mark.length + 3), mark.length + 3)}\n`;
    return [
        `${head} ${write && isWritable ? "is migrated" : "for the runtime library"}:\n`,
        ...migration.changes.filter(({ note }) => !elsewhere.includes(note)).map(({ note }) => item("-", note)),
        ...(isWritable ? [] : ["Its new container definitions:\n", `${jsonOf(containers)}\n`]),
        ...(elsewhere.length === 0 ? [] : ["To change where the rest of it stands:\n"]),
        ...elsewhere.map((note) => item("-", note)),
        "To do by hand:\n",
        ...migration.checklist.map((step, index) => item(`${index + 1}.`, step.text) + sourcesOf(step)),
    ].join("");
}

function sourcesOf({ sources }: ManualStep): string {
    return sources.map(({ url }) => `     ${url}\n`).join("");
}

/** What a check finds then. */
function afterwards(definitions: readonly MigratedDefinition[], findings: readonly string[], width: number): string {
    if (definitions.every(({ migration }) => migration.kind !== "migrated")) {
        return "";
    }
    return findings.length === 0
        ? "ecs-inferentia check finds nothing mandatory in the result.\n"
        : `ecs-inferentia check still finds:\n${findings
              .map((finding) => `  - ${wrapped(printable(finding), width, "    ", 4)}\n`)
              .join("")}`;
}

/** For programs. */
function jsonText(
    { path }: MigrateRequest,
    definitions: readonly MigratedDefinition[],
    findings: readonly string[],
): string {
    const result = {
        version: 1,
        file: path,
        to: "libnrt",
        definitions: definitions.map(({ id, migration, inFile, isWritable, elsewhere, containers }) => ({
            resource: id,
            result: migration.kind,
            ...(migration.kind === "migrated"
                ? { ...plain(migration), edits: inFile, elsewhere, ...(!isWritable && { containers }) }
                : { reason: migration.reason }),
        })),
        findings,
    };
    return `${jsonOf(result)}\n`;
}

function plain({ changes, checklist }: Migrated): object {
    return { changes: changes.map(({ note }) => note), checklist };
}

/** JSON, in which what is not known is said to be so. */
function jsonOf(value: unknown): string {
    return JSON.stringify(value, (_, item: unknown) => (item === UNKNOWN ? "(not known)" : item), 2);
}
