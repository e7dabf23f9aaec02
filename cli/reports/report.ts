import { name, version } from "../../package.json";
import type { FileResult, ReadFailure } from "../finding";

/** Writes results as they come, so that no more than one file's are held. */
export interface Report {
    start(): void;
    file(result: FileResult): void;
    failure(failure: ReadFailure): void;
    end(): void;
}

export type Write = (text: string) => void;

/** The page of a rule, as a URI that does not depend on where the package is published from (package URL). */
export function rulePage(rule: string): string {
    return `pkg:npm/${name}@${version}#docs/rules/${rule}.md`;
}
