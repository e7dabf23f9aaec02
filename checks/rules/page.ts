import { name, version } from "../../package.json";

/** The page of a rule, in the package of this version, as a service that shows files of npm packages serves it. */
export function pageOf(rule: string): string {
    return `${documents}/rules/${rule}.md`;
}

const documents = `https://unpkg.com/${name}@${version}/docs`;

/** The page about levels, options and the pack's own policies. */
export const configurationPage = `${documents}/configuration.md`;
