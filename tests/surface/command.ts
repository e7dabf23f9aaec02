import { commands, optionsOf } from "../../cli/commands/options";
import { ExitCode } from "../../cli/exit-code";
import { jsonReport } from "../../cli/reports/json";
import type { Surface } from "./surface";

/** What scripts use of the command. */
export function commandSurface(): Surface {
    let report = "";
    const json = jsonReport((text) => (report += text));
    json.start();
    json.end({ unmatchedSuppressions: [], goneFromBaseline: 0 });
    const members = Object.entries(JSON.parse(report) as object);
    return new Map([
        ...commands.map((command): [string, ReadonlyMap<string, string>] => [
            `command ${command}`,
            new Map(optionsOf[command].map((option) => [`--${option}`, ""])),
        ]),
        ["exit codes", new Map(Object.entries(ExitCode).map(([name, code]) => [name, String(code)]))],
        [
            "report --format json",
            new Map(members.map(([name, value]) => [name, name === "version" ? String(value) : ""])),
        ],
    ]);
}
