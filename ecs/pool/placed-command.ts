import type { Command, Step } from "../shell/script";

/** A `while` or `until` loop. */
export interface Loop {
    readonly opening: string;
    /** Whether it begins whenever the script runs. */
    readonly isCertain: boolean;
    /** Whether what is read is its condition still. */
    isCondition: boolean;
    /** Whether its condition is negated, and whether it compares something. */
    isNegated: boolean;
    isTest: boolean;
    /** Whether a command in it may end it. */
    isLeft: boolean;
}

/** A command, and where in its script it stands. */
export interface PlacedCommand {
    readonly command: Command;
    /** The innermost loop around it. */
    readonly loop: Loop | undefined;
    /** Whether it belongs to the condition of that. */
    readonly isCondition: boolean;
    /** Whether the script goes on while it runs. */
    isInBackground: boolean;
}

interface Block {
    readonly opening: string;
    readonly outer: Block | undefined;
    readonly loop: Loop | undefined;
    readonly isCertain: boolean;
    /** The number of commands before the list of commands in which it begins. */
    readonly start: number;
}

/** The commands of a script, each with its loop. */
export function placedCommands(steps: readonly Step[]): readonly PlacedCommand[] {
    const found: PlacedCommand[] = [];
    let block: Block | undefined;
    let start = 0;
    let before = "";
    for (const step of steps) {
        const loop = block?.loop;
        if (typeof step !== "string") {
            found.push({ command: step, loop, isCondition: loop?.isCondition === true, isInBackground: false });
            if (loop !== undefined) {
                note(step, loop);
            }
        } else if (/^(?:[({]|if|while|until|for|select)$/.test(step)) {
            const isCertain = (block === undefined || isSure(block)) && before !== "&&" && before !== "||";
            block = { opening: step, outer: block, loop: loopOf(step, isCertain) ?? loop, isCertain, start };
            start = found.length;
        } else if (/^(?:[)}]|fi|done)$/.test(step)) {
            start = block?.start ?? 0;
            block = block?.outer;
        } else if (step === "do" && loop !== undefined && block?.opening === loop.opening) {
            loop.isCondition = false;
        } else if (step === "&") {
            found.slice(start).forEach((one) => (one.isInBackground = true));
        }
        // A line may end in the middle of a list.
        if (step === "&" || step === ";" || (step === "\n" && !/^(?:&&|\|)/.test(before))) {
            start = found.length;
        }
        before = typeof step === "string" ? step : "";
    }
    return found;
}

/** Whether what stands in a block runs whenever that begins. */
function isSure({ opening, isCertain }: Block): boolean {
    return isCertain && !/if|while|until/.test(opening);
}

function loopOf(opening: string, isCertain: boolean): Loop | undefined {
    const isLoop = opening === "while" || opening === "until";
    return isLoop
        ? { opening, isCertain, isCondition: true, isNegated: false, isTest: false, isLeft: false }
        : undefined;
}

function note({ words: [program = ""], runners }: Command, loop: Loop): void {
    if (loop.isCondition) {
        loop.isNegated ||= runners.includes("!");
        loop.isTest ||= /^(?:\[\[?|test)$/.test(program);
    } else {
        loop.isLeft ||= /^(?:break|exit|return)$/.test(program);
    }
}
