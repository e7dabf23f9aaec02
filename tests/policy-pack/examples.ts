import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Violation } from "../../policy-pack/rules/rule";

const folder = join(__dirname, "..", "..", "policy-pack", "examples");

/** A task definition that stands for what a rule accepts or rejects, and what it then says. */
export interface Example {
    readonly rule: string;
    readonly name: string;
    readonly definition: Record<string, unknown>;
    readonly expected: readonly Violation[];
}

function json<T>(...path: string[]): T {
    return JSON.parse(readFileSync(join(folder, ...path), "utf8")) as T;
}

/** Every example of a rule: those called `right-…`, and those called `wrong-…` with what `expected.json` says of them. */
export function examplesOf(rule: string): readonly Example[] {
    const expected = json<Record<string, Violation[]>>(rule, "expected.json");
    return readdirSync(join(folder, rule))
        .filter((file) => /^(right|wrong)-.*\.json$/.test(file))
        .map((file) => {
            const name = file.replace(/\.json$/, "");
            return { rule, name, definition: json(rule, file), expected: expected[name] ?? [] };
        });
}
