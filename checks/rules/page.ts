import { name, version } from "../../package.json";

/** The page of a rule, as a URI that does not depend on where the package is published from (package URL). */
export function pageUriOf(rule: string): string {
    return `${documents}/rules/${rule}.md`;
}

const documents = `pkg:npm/${name}@${version}#docs`;

/** The page about levels, options and the pack's own policies. */
export const configurationPageUri = `${documents}/configuration.md`;
