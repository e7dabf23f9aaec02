import { memo } from "../memo";
import { UNKNOWN, type Known } from "../known";
import type { Path, Property } from "../path";
import { daemonCommandsAlone } from "../shell/daemon-command";
import type { Container } from "./task-definition";

/** The container's command line, as far as the definition says; unknown when a part of it is. */
export const argumentsOf = memo((container: Container): Known<readonly string[]> => {
    const { entryPoint, command } = container;
    if (entryPoint === UNKNOWN || command === UNKNOWN) {
        return UNKNOWN;
    }
    const argv = [...entryPoint, ...command];
    return argv.includes(UNKNOWN) ? UNKNOWN : (argv as readonly string[]);
});

/** The path of what makes a container's command line unknown. */
export function unknownArguments({ path, entryPoint }: Container): Path {
    return entryPoint === UNKNOWN || entryPoint.includes(UNKNOWN) ? [...path, "entryPoint"] : [...path, "command"];
}

/** What makes it unknown what a container's command line runs. */
export function undecidedArguments(container: Container): Property {
    const argv = argumentsOf(container);
    const unread = argv === UNKNOWN ? undefined : daemonCommandsAlone(argv).unread;
    return { path: unknownArguments(container), ...(unread !== undefined && { unread }) };
}
