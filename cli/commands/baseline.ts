import { readFileSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { field } from "../input/document";
import type { PlacedFinding } from "../reports/finding";
import { identityOf, type Identity } from "../reports/finding-identity";
import { UsageError } from "../usage-error";

/** The findings that stand today: they are accepted, each as often as it stands there, and any other is new. */
export class Baseline {
    private readonly left = new Map<string, number>();
    private readonly found: Identity[] = [];
    private readonly folder: string;

    /** @param accepted the findings that stand in it */
    constructor(
        private readonly file: string,
        accepted: readonly Identity[],
    ) {
        this.folder = dirname(resolve(file));
        accepted.forEach((identity) => this.count(keyOf(identity), 1));
    }

    /** Says of the violations among findings whether they are new. */
    compared(findings: readonly PlacedFinding[]): readonly PlacedFinding[] {
        return findings.map((finding) => {
            if (finding.kind !== "violation") {
                return finding;
            }
            const identity = identityOf(finding, this.folder);
            this.found.push(identity);
            const key = keyOf(identity);
            const isAccepted = (this.left.get(key) ?? 0) > 0;
            this.count(key, isAccepted ? -1 : 0);
            return { ...finding, baseline: isAccepted ? "accepted" : "new" };
        });
    }

    /** How many findings stand in it that were not found. */
    get gone(): number {
        return [...this.left.values()].reduce((sum, count) => sum + count, 0);
    }

    /** Writes what was found in its place. */
    update(): void {
        const lines = this.found.map((identity) => `  ${JSON.stringify(identity)}`).sort();
        const text = `{"version": 1, "findings": [\n${lines.join(",\n")}\n]}\n`;
        writeFileSync(this.file, lines.length === 0 ? '{"version": 1, "findings": []}\n' : text);
    }

    private count(key: string, change: number): void {
        this.left.set(key, (this.left.get(key) ?? 0) + change);
    }
}

/**
 * Reads a baseline. @param isWritten whether it is about to be written, so that it need not be there @throws UsageError
 */
export function readBaseline(file: string, isWritten: boolean): Baseline {
    if (isWritten) {
        return new Baseline(file, []);
    }
    let data: unknown;
    try {
        data = JSON.parse(readFileSync(file, "utf8"));
    } catch (error) {
        const isMissing = (error as NodeJS.ErrnoException).code === "ENOENT";
        const reason = isMissing ? "there is no such file; --update-baseline writes it" : "it cannot be read as JSON";
        throw new UsageError(`the baseline ${file} cannot be read: ${reason}`);
    }
    const findings = field(data, "findings");
    if (field(data, "version") !== 1 || !Array.isArray(findings)) {
        throw new UsageError(`the baseline ${file} is none of this version; write it anew with --update-baseline`);
    }
    return new Baseline(file, findings as Identity[]);
}

function keyOf({ file, resource, rule, container, property }: Identity): string {
    return JSON.stringify([file, resource, rule, container, property]);
}
