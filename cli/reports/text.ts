import { rules } from "../../checks";
import type { Report, Write } from "./report";

const fixes = new Map(rules.map(({ name, fix }) => [name, fix]));

/** For people: a paragraph for each finding, and a closing count. */
export function textReport(write: Write): Report {
    const counts = { files: 0, mandatory: 0, advisory: 0, unknown: 0, suppressed: 0, unreadable: 0 };
    return {
        start: () => {},
        file: ({ findings }) => {
            counts.files++;
            for (const { file, line, resource, rule, level, kind, message } of findings) {
                counts[kind === "violation" ? level : kind]++;
                write(`${file}:${line} ${kind === "violation" ? level : kind} ${rule} (${resource})\n    ${message}\n`);
                const fix = kind === "violation" ? fixes.get(rule) : undefined;
                write(fix === undefined ? "\n" : `    Fix: ${fix}\n\n`);
            }
        },
        failure: ({ file, line, reason }) => {
            counts.unreadable++;
            write(`${line === undefined ? file : `${file}:${line}`} could not be checked: ${reason}\n\n`);
        },
        end: () => {
            const { files, mandatory, advisory, unknown, suppressed, unreadable } = counts;
            const more = [
                unknown > 0 ? `${unknown} not decided` : "",
                suppressed > 0 ? `${suppressed} suppressed` : "",
                unreadable > 0 ? `${unreadable} not readable` : "",
            ].filter((part) => part !== "");
            const checked = `${files} ${files === 1 ? "file" : "files"} checked`;
            write(`${[`${checked}: ${mandatory} mandatory, ${advisory} advisory`, ...more].join(", ")}\n`);
        },
    };
}
