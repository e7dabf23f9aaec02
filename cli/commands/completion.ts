import { rules } from "../../checks";
import { neuronInstanceTypes } from "../../contract";
import { failLevels } from "../reports/fail-on";
import { plainFormats, reportFormats } from "../reports/requested-reports";
import { UsageError } from "../usage-error";
import { commands, optionsOf } from "./options";

export const shells = ["bash", "zsh", "fish"] as const;
export type Shell = (typeof shells)[number];

const ruleNames = rules.map(({ name }) => name);

/** The values of options that take one of a few, for all commands that have them. */
const values: Readonly<Record<string, readonly string[]>> = {
    rule: ruleNames,
    "fail-on": failLevels,
    to: ["libnrt"],
    "instance-type": neuronInstanceTypes,
};

/** The formats of each command that has some. */
const formats: Readonly<Record<string, readonly string[]>> = {
    check: reportFormats,
    migrate: plainFormats,
    rules: plainFormats,
};

/** What stands behind a command that takes one of a few. */
const operands: Readonly<Record<string, readonly string[]>> = { explain: ruleNames, completion: shells };

/** What completes a word, by the command, and the word before. */
const following: readonly (readonly [command: string, before: string, words: readonly string[]])[] = [
    ...Object.entries(values).map(([option, words]) => ["*", `--${option}`, words] as const),
    ...Object.entries(formats).map(([command, words]) => [command, "--format", words] as const),
    ...Object.entries(operands).map(([command, words]) => [command, command, words] as const),
];

/** The shell of which a completion is asked for. @throws UsageError */
export function shellOf(operands: readonly string[]): Shell {
    const [name, ...more] = operands;
    const shell = shells.find((one) => one === name);
    if (shell === undefined || more.length > 0) {
        throw new UsageError(`completion takes the name of a shell: ${shells.join(", ")}`);
    }
    return shell;
}

/** What makes a shell complete the command: to be read at its start, as by `source <(…)`. */
export function completion(shell: Shell): string {
    switch (shell) {
        case "bash":
            return `_ecs_inferentia() {
    local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} words=
    # --option=value is three words.
    if [ "$word" = "=" ]; then word=; elif [ "$before" = "=" ]; then before=\${COMP_WORDS[COMP_CWORD-2]}; fi
    case "\${COMP_WORDS[1]} $before" in
${cases((words) => `words="${words}"`)}
    esac
    if [ -z "$words" ] && [ "$COMP_CWORD" -eq 1 ]; then
        words="${commands.join(" ")} --help --version"
    elif [ -z "$words" ] && [[ $word == -* ]]; then
        case \${COMP_WORDS[1]} in
${optionCases((words) => `words="${words}"`)}
        esac
    fi
    COMPREPLY=($(compgen -W "$words" -- "$word"))
}
complete -o default -F _ecs_inferentia ecs-inferentia
`;
        case "zsh":
            return `#compdef ecs-inferentia
_ecs_inferentia() {
    local -a names
    local before=\${words[CURRENT-1]}
    if [[ $PREFIX == --*=* ]]; then before=\${PREFIX%%=*}; compset -P "*="; fi
    case "\${words[2]} $before" in
${cases((words) => `names=(${words})`)}
    esac
    if (( ! $#names && CURRENT == 2 )); then
        names=(${commands.join(" ")} --help --version)
    elif (( ! $#names )) && [[ $PREFIX == -* ]]; then
        case \${words[2]} in
${optionCases((words) => `names=(${words})`)}
        esac
    fi
    if (( $#names )); then compadd -- $names; else _files; fi
}
if [ "$funcstack[1]" = _ecs_inferentia ]; then _ecs_inferentia "$@"; else compdef _ecs_inferentia ecs-inferentia; fi
`;
        case "fish":
            return [
                `complete -c ecs-inferentia -n __fish_use_subcommand -f -a "${commands.join(" ")}"`,
                "complete -c ecs-inferentia -l help",
                "complete -c ecs-inferentia -n __fish_use_subcommand -l version",
                ...commands.flatMap((command) => [
                    ...(operands[command] === undefined ? [] : [fish(command, `-f -a ${quoted(operands[command])}`)]),
                    ...optionsOf[command].map((option) => {
                        const taken = option === "format" ? formats[command] : values[option];
                        return fish(command, `-l ${option}${taken === undefined ? "" : ` -x -a ${quoted(taken)}`}`);
                    }),
                ]),
                "",
            ].join("\n");
    }
}

function fish(command: string, rest: string): string {
    return `complete -c ecs-inferentia -n "__fish_seen_subcommand_from ${command}" ${rest}`;
}

function quoted(words: readonly string[]): string {
    return `"${words.join(" ")}"`;
}

function cases(take: (words: string) => string): string {
    return following
        .map(([command, before, words]) => `        ${command}" ${before}") ${take(words.join(" "))} ;;`)
        .join("\n");
}

function optionCases(take: (words: string) => string): string {
    return commands
        .filter((command) => optionsOf[command].length > 0)
        .map((command) => {
            const words = [...optionsOf[command], "help"].map((option) => `--${option}`).join(" ");
            return `            ${command}) ${take(words)} ;;`;
        })
        .join("\n");
}
