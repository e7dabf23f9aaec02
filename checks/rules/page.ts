import { name, version } from "../../package.json";

/** The page of a rule, in the package of this version, as a service that shows files of npm packages serves it. */
export function pageOf(rule: string): string {
    return `https://unpkg.com/${name}@${version}/docs/rules/${rule}.md`;
}
