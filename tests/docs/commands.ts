import assert from "node:assert/strict";
import { parse } from "yaml";
import { commandsOf } from "../../ecs/shell/commands";
import { HOLE } from "../../ecs/shell/words";
import { blocksOf, type Block } from "./pages";

/** A command that a page tells people to run: its program and arguments. */
export interface DocumentedCommand {
    readonly at: string;
    readonly page: string;
    readonly words: readonly string[];
}

/** The scripts of a workflow of GitHub Actions or a pipeline of GitLab. */
function scriptsOf({ text }: Block): string[] {
    const lines = (value: unknown): string[] => {
        if (Array.isArray(value)) {
            return value.flatMap(lines);
        }
        if (typeof value !== "object" || value === null) {
            return [];
        }
        return Object.entries(value).flatMap(([key, inner]) =>
            ["run", "script", "before_script"].includes(key) ? [inner].flat().map(String) : lines(inner),
        );
    };
    return lines(parse(text));
}

/** The commands of a script; `sh -c` and the like are followed into their own. What only a run tells is `…`. */
export function commandsIn(script: string, at: string): (readonly string[])[] {
    const { commands, unread } = commandsOf(
        () => ["sh", "-c", script],
        () => undefined,
    );
    assert.equal(unread, undefined, `${at}: this command is not read`);
    return commands
        .map(({ words }) => words.map((word) => word.replaceAll(HOLE, "…")))
        .filter((words) => words.length > 0);
}

/** All commands of a page, those of its pipelines too. */
export function documentedCommands(page: string): DocumentedCommand[] {
    return blocksOf(page, "sh", "shell", "bash", "yaml").flatMap((block) =>
        (block.language === "yaml" ? scriptsOf(block) : [block.text]).flatMap((script) =>
            commandsIn(script, block.at).map((words) => ({ at: block.at, page, words })),
        ),
    );
}
