import { suggestion } from "../../checks";
import type { ReadFile } from "./read-file";

/**
 * The names that are given with `--parameter`, held against the templates of a run. One that no template has is most
 * likely misspelt, and what was checked is then not what was meant; CloudFormation itself refuses it too. Of several
 * templates, each need not have it.
 */
export class ParameterNames {
    private readonly known = new Set<string>();

    constructor(private readonly given: Readonly<Record<string, string>>) {}

    saw({ parts }: ReadFile): void {
        parts.forEach(({ variants }) => variants[0]?.parameters?.forEach((name) => this.known.add(name)));
    }

    errors(): readonly string[] {
        const known = [...this.known];
        return Object.keys(this.given)
            .filter((name) => !this.known.has(name))
            .map(
                (name) =>
                    `no template that was checked has a parameter ${JSON.stringify(name)}${suggestion(name, known)}`,
            );
    }
}
