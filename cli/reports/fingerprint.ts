import type * as crypto from "node:crypto";
import type { PlacedFinding } from "./finding";
import { identityOf } from "./finding-identity";

/**
 * Tells findings apart over many runs: by what they are about and not by their line, so that a code-scanning service
 * knows one again after the file was edited. Equal ones are numbered in the order in which they come.
 */
export class Fingerprints {
    private readonly seen = new Map<string, number>();

    /** @param folder from which files are named */
    constructor(private readonly folder: string) {}

    of(finding: PlacedFinding): string {
        const { createHash } = require("node:crypto") as typeof crypto;
        const { file, resource, rule, container, property } = identityOf(finding, this.folder);
        const key = JSON.stringify([file, resource, rule, container, property]);
        const count = (this.seen.get(key) ?? 0) + 1;
        this.seen.set(key, count);
        return `${createHash("sha256").update(key).digest("hex").slice(0, 32)}:${count}`;
    }
}
