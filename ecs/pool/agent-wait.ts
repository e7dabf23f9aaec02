import { all, any, UNKNOWN, type Known } from "../known";
import type { Command } from "../shell/script";
import { userDataParts, type UserDataPart } from "../shell/user-data";
import { HOLE } from "../shell/words";
import { placedCommands, type PlacedCommand } from "./placed-command";

/** What user data expects of the container agent, which starts only after user data has ended. */
export interface AgentWait {
    /** Whether user data waits until the agent runs, and so for ever. */
    readonly isEndless: Known<boolean>;
    /** Whether it asks the agent something, and gets no answer. */
    readonly asksAgent: boolean;
    /** What is not read, where it is not known whether user data waits. */
    readonly unread: string | undefined;
}

/** The agent's port, its container and its log. */
const agent = /\b51678\b|\becs-agent\b/;
const unit = /\b(?:systemctl|service)\b.{0,200}\becs\b(?!-)/;
/** What a command in a command, or in a variable, of which only the text is known, may ask. */
const inside = /(?:\$\(|`|\w=).{0,200}(?:\b51678\b|\becs-agent\b|\bsystemctl\b.{0,200}\becs\b)/;
/** A variable that holds the name of the unit, of the script or of a loop. */
const unitInVariable = /(?:\w=["']?|\bfor\s+\w+\s+in\s[^\n;]{0,200}?\b)ecs(?:\.service)?(?=["'\s;&|]|$)/;
/** What lets the agent start earlier, or starts another one. */
const ownStart =
    /cloud-final|\/system\/ecs\.service|\bamazon-ecs-(?:agent|init)\b|\becs-anywhere|\bapt(?:-get)?\b|\bdpkg\b/;

/**
 * What user data expects of the agent. On Amazon Linux the agent's unit is ordered after cloud-init's last stage, in
 * which user data runs. Sources: aws/amazon-ecs-agent, packaging/amazon-linux-ami-integrated/ecs.service, issues 1707
 * and 4818; Amazon ECS Developer Guide, installing the container agent.
 */
export function agentWait(userData: string): AgentWait {
    const waits = mayWait(userData) ? userDataParts(userData).map(waitOf) : [];
    return {
        isEndless: any(waits.map(({ isEndless }) => isEndless)),
        asksAgent: waits.some(({ asksAgent }) => asksAgent),
        unread: waits.find(({ isEndless }) => isEndless === UNKNOWN)?.unread,
    };
}

/** What variables of a script may hold. */
interface Variables {
    /** Whether a command in one, or in a command, may ask the agent. */
    readonly isInside: boolean;
    /** Whether the agent's unit is the value of one. */
    readonly hasUnit: boolean;
}

function waitOf({ text, steps, unread }: UserDataPart): AgentWait {
    const commands = placedCommands(steps);
    const variables = { isInside: inside.test(text), hasUnit: unitInVariable.test(text) };
    const waits = commands.map((one) =>
        all([isAwaited(one), any([starts(one, variables), keepsLooping(one, variables)])]),
    );
    const isWaiting = any([...waits, unread !== undefined && mayWait(text) ? UNKNOWN : false]);
    const isOwn = ownStart.test(text);
    // It runs early in each boot, and not at the end of the first.
    const isBoothook = text.trimStart().startsWith("#cloud-boothook");
    return {
        isEndless: isWaiting !== false && (isOwn || isBoothook) ? UNKNOWN : isWaiting,
        asksAgent: !isOwn && !isBoothook && commands.some(asks),
        unread:
            unread ?? (isOwn ? "how it starts the agent" : isBoothook ? "a boothook" : unreadOf(commands, variables)),
    };
}

/** What is not read of commands that may wait. */
function unreadOf(commands: readonly PlacedCommand[], variables: Variables): string {
    return commands.some((one) => starts(one, variables) === UNKNOWN)
        ? "the variable in a command of systemctl or service"
        : "the end of a loop";
}

/** Whether a text may wait for the agent, by its words. */
function mayWait(text: string): boolean {
    return (
        unitInVariable.test(text) ||
        text.split(/[\n;&|]/).some((line) => agent.test(line) || (unit.test(line) && !line.includes("--no-block")))
    );
}

/** Whether the script goes on only after the command's end, however late that comes. */
function isAwaited({ command: { runners = [] }, isInBackground }: PlacedCommand): boolean {
    return !isInBackground && !runners.includes("timeout");
}

/** Whether a command starts the agent, and ends only when that has started. */
function starts({ command }: PlacedCommand, variables: Variables): Known<boolean> {
    const isStart = isAboutUnit(command, /^(?:start|restart|reload-or-restart|--now)$/, variables);
    const passes = command.words.some((word) => /^(?:--no-block|disable)$/.test(word));
    return all([!passes, isStart, command.isCertain]);
}

/** Whether a command keeps a loop running until the agent answers. */
function keepsLooping({ command, loop, isCondition }: PlacedCommand, variables: Variables): Known<boolean> {
    const { words } = command;
    const isOf = any([
        words.some((word) => agent.test(word)),
        isAboutUnit(command, /^(?:is-active|status)$/, variables),
        isCondition && variables.isInside && words.some((word) => word.includes(HOLE)) ? UNKNOWN : false,
    ]);
    if (loop === undefined || isOf === false) {
        return false;
    }
    const isPlain = isOf === true && isCondition && !loop.isLeft && !loop.isTest;
    const isUntilSuccess = (loop.opening === "until") !== loop.isNegated;
    return all([loop.isCertain, isCondition || loop.isLeft, isPlain ? isUntilSuccess : UNKNOWN]);
}

/** Whether a command asks the agent once, or a number of times. */
function asks({ command: { words, isCertain }, loop, isInBackground }: PlacedCommand): boolean {
    const isRequest = /^(?:.*\/)?(?:curl|wget)$/.test(words[0] ?? "") && words.some((word) => /\b51678\b/.test(word));
    return isRequest && isCertain === true && loop === undefined && !isInBackground;
}

function isAboutUnit({ words: [program = "", ...words] }: Command, verb: RegExp, variables: Variables): Known<boolean> {
    const isUnit = words.some((word) => /^ecs(?:\.service)?$/.test(word));
    const mayBeUnit = variables.hasUnit && words.some((word) => /^\0(?:\.service)?$/.test(word));
    const isVerb = words.some((word) => verb.test(word));
    return all([
        /^(?:.*\/)?(?:systemctl|service)$/.test(program),
        isUnit || (mayBeUnit ? UNKNOWN : false),
        isVerb || (words.includes(HOLE) && isUnit ? UNKNOWN : false),
    ]);
}
