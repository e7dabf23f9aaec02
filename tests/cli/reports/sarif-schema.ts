import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import Ajv from "ajv";

/** The schema of OASIS; its own keys of draft 4 are named otherwise in later drafts. */
const {
    $schema: _draft,
    id: _id,
    ...schema
} = JSON.parse(
    readFileSync(require.resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"), "utf8"),
) as Record<string, unknown>;

const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false, allErrors: true }).compile(
    schema,
);

/** A log, as far as tests look into it. */
export interface SarifLog {
    readonly runs: readonly {
        readonly tool: { readonly driver: { readonly rules: readonly SarifRule[] } };
        readonly results: readonly SarifResult[];
        readonly invocations: readonly object[];
    }[];
}

export interface SarifRule {
    readonly id: string;
    readonly helpUri: string;
    readonly help: { readonly text: string; readonly markdown: string };
}

export interface SarifResult {
    readonly ruleId: string;
    readonly ruleIndex: number;
    readonly level: string;
    readonly kind?: string;
    readonly partialFingerprints: Readonly<Record<string, string>>;
    readonly [property: string]: unknown;
}

/** Reads a log that the schema accepts. */
export function readSarif(text: string): SarifLog {
    const log: unknown = JSON.parse(text);
    assert.ok(validate(log), JSON.stringify(validate.errors));
    return log as SarifLog;
}
