import assert from "node:assert/strict";
import { pulumi } from "../../emulation/session";
import { commandsIn, documentedCommands } from "../docs/commands";
import { pages } from "../docs/pages";
import { describeOnTheEngine } from "./engine";

/** The commands of `pulumi` in one of the documents' commands: itself, the one that npm's script starts, a script. */
function pulumiCommands(words: readonly string[], at: string): (readonly string[])[] {
    const start = words.indexOf("pulumi");
    const isStarted = start === 0 || (start > 0 && words[0] === "npm" && words[1] === "run");
    const inScripts = words.filter((word) => word.includes("pulumi ")).flatMap((word) => commandsIn(word, at));
    return [...(isStarted ? [words.slice(start + 1)] : []), ...inScripts.flatMap((inner) => pulumiCommands(inner, at))];
}

/** The names with which the arguments begin: of a command, its commands, and perhaps of what it is about. */
function namesOf(args: readonly string[]): readonly string[] {
    const end = args.findIndex((arg) => !/^[a-z]+$/.test(arg));
    return args.slice(0, end === -1 ? args.length : end);
}

/** What the help of a command says against its arguments: a command or a flag that it does not have. */
function problemsOf(args: readonly string[], help: string): string[] {
    const [, path = ""] = /^Usage:\n +pulumi ([a-z ]*)/m.exec(help) ?? [];
    const further = namesOf(args).slice(path.trim().split(" ").length);
    const unknown = /^Available Commands:/m.test(help) ? further : [];
    const flags = args.flatMap((arg) => /^--?[a-z][a-z-]*/i.exec(arg) ?? []);
    const has = (flag: string) => new RegExp(`(?:^|[\\s,])${flag}(?![a-z-])`, "m").test(help);
    return [...unknown, ...flags.filter((flag) => !has(flag))];
}

const documented = pages
    .flatMap(documentedCommands)
    .flatMap(({ at, words }) => pulumiCommands(words, at).map((args) => ({ at, args })));

describeOnTheEngine("The pulumi commands of the documents", (session) => {
    const helped = new Map<string, Promise<string>>();

    function helpOf(args: readonly string[]): Promise<string> {
        const names = namesOf(args);
        const help =
            helped.get(names.join(" ")) ??
            pulumi(session(), [...names, "--help"], { cwd: session().folder }).then(({ stdout }) => stdout);
        helped.set(names.join(" "), help);
        return help;
    }

    for (const { at, args } of documented) {
        it(`${at}: pulumi ${args.join(" ")} is a command, and has these flags`, async () => {
            assert.deepStrictEqual(problemsOf(args, await helpOf(args)), []);
        });
    }

    it("would not be with a mistyped command or flag", async () => {
        const wrong = [
            ["stack", "ouput"],
            ["preview", "--policy-pak", "policy-pack"],
            ["up", "-u"],
        ];
        const problems = await Promise.all(wrong.map(async (args) => problemsOf(args, await helpOf(args))));
        assert.deepStrictEqual(problems, [["ouput"], ["--policy-pak"], ["-u"]]);
    });
});
