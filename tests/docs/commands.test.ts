import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { scripts } from "../../package.json";
import { readArguments } from "../../cli/commands/arguments";
import { root } from "../../scripts/documents";
import { Workspace } from "../cli/command";
import { rightDefinition, wrongDefinition } from "../cli/definitions";
import { documentedCommands, type DocumentedCommand } from "./commands";
import { pages } from "./pages";

const plan = readFileSync(join(root, "tests/fixtures/terraform/modules.plan.json"), "utf8");

/** A template of which the command has something to say. */
const template = "Resources: { Task: { Type: AWS::ECS::TaskDefinition, Properties: { Family: bert } } }\n";

/** What `aws ecs describe-task-definition` prints. */
const described = JSON.stringify({ taskDefinition: wrongDefinition(), tags: [] });

const documented = pages.flatMap(documentedCommands);

/** The arguments of `ecs-inferentia`, however it is started. */
function argumentsOf({ words }: DocumentedCommand): readonly string[] | undefined {
    const start = words.findIndex((word) => /^ecs-inferentia(?:@|$)/.test(word));
    const isStarted = start === 0 || (start > 0 && words[0] === "npx");
    return isStarted ? words.slice(start + 1) : undefined;
}

describe("The commands of the documents", () => {
    let folder: Workspace;

    beforeEach(() => {
        folder = new Workspace();
    });
    afterEach(() => folder.remove());

    for (const command of documented) {
        const args = argumentsOf(command);
        if (args !== undefined) {
            it(`${command.at}: ecs-inferentia ${args.join(" ")} runs`, () => {
                const input = inputOf(command);
                const { code, err, out } = runIn(folder, args, input);
                assert.ok(code === 0 || code === 1, `exit code ${code}: ${err}`);
                if (input === described) {
                    assert.match(out, /1 file checked: [1-9]\d* mandatory/);
                }
            });
        }
        const [program, ...rest] = command.words;
        const script = program === "npm" ? npmScript(rest) : undefined;
        if (script !== undefined) {
            it(`${command.at}: npm has the script ${script}`, () => {
                assert.ok(Object.hasOwn(scripts, script));
            });
        }
        const file = program === "npx" && /^(?:tsx|mocha)$/.test(rest[0] ?? "") ? rest[1] : undefined;
        if (file !== undefined) {
            it(`${command.at}: the file ${file} is there`, () => {
                assert.ok(existsSync(join(root, file)));
            });
        }
    }

    it("are of ecs-inferentia too, and would not run with a mistyped option", () => {
        assert.ok(documented.some((command) => argumentsOf(command)?.includes("sarif")));
        assert.equal(runIn(folder, ["check", "--formt", "sarif", "taskdef.json"]).code, 2);
    });
});

/** What a command reads from the one before it in its block. */
function inputOf(command: DocumentedCommand): string {
    const before = documented[documented.indexOf(command) - 1];
    const isDescribed = before?.at === command.at && before.words.includes("describe-task-definition");
    return isDescribed ? described : plan;
}

/** The script that `npm` runs; undefined for what is npm's own. */
function npmScript([command, ...rest]: readonly string[]): string | undefined {
    if (command === "test") {
        return command;
    }
    return command === "run" ? rest.find((word) => !word.startsWith("-")) : undefined;
}

/** Runs the command with files in the place of those that it names. */
function runIn(folder: Workspace, args: readonly string[], input = plan) {
    const request = requestOf(args);
    if (request?.command === "migrate") {
        folder.write(request.path, rightDefinition());
    }
    const options = request?.command === "check" ? request : undefined;
    for (const path of options?.paths ?? []) {
        if (/\.ya?ml$/.test(path)) {
            folder.write(path, template);
        } else if (path !== "-") {
            folder.write(path.endsWith(".json") ? path : join(path, "taskdef.json"), wrongDefinition());
        }
    }
    if (options?.config !== undefined) {
        folder.write(options.config, {});
    }
    if (options?.baseline !== undefined && !options.updateBaseline) {
        folder.run([...args, "--update-baseline"]);
    }
    return folder.run(args, input);
}

/** What the command would do; undefined where it refuses its arguments. */
function requestOf(args: readonly string[]) {
    try {
        return readArguments(args);
    } catch {
        return undefined;
    }
}
