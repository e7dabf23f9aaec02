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
/** What a command in a command, of which only the text is known, may ask. */
const inside = /(?:\$\(|`).{0,200}(?:\b51678\b|\becs-agent\b|\bsystemctl\b.{0,200}\becs\b)/;
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

function waitOf({ text, steps, unread }: UserDataPart): AgentWait {
    const commands = placedCommands(steps);
    const isInside = inside.test(text);
    const waits = commands.map((one) => all([isAwaited(one), any([starts(one), keepsLooping(one, isInside)])]));
    const isWaiting = any([...waits, unread !== undefined && mayWait(text) ? UNKNOWN : false]);
    const isOwn = ownStart.test(text);
    // It runs early in each boot, and not at the end of the first.
    const isBoothook = text.trimStart().startsWith("#cloud-boothook");
    return {
        isEndless: isWaiting !== false && (isOwn || isBoothook) ? UNKNOWN : isWaiting,
        asksAgent: !isOwn && !isBoothook && commands.some(asks),
        unread: unread ?? (isOwn ? "how it starts the agent" : isBoothook ? "a boothook" : "the end of a loop"),
    };
}

/** Whether a text may wait for the agent, by its words. */
function mayWait(text: string): boolean {
    return text.split(/[\n;&|]/).some((line) => agent.test(line) || (unit.test(line) && !line.includes("--no-block")));
}

/** Whether the script goes on only after the command's end, however late that comes. */
function isAwaited({ command: { runners = [] }, isInBackground }: PlacedCommand): boolean {
    return !isInBackground && !runners.includes("timeout");
}

/** Whether a command starts the agent, and ends only when that has started. */
function starts({ command }: PlacedCommand): Known<boolean> {
    const isStart = isAboutUnit(command, /^(?:start|restart|reload-or-restart|--now)$/);
    return all([isStart && !command.words.some((word) => /^(?:--no-block|disable)$/.test(word)), command.isCertain]);
}

/** Whether a command keeps a loop running until the agent answers. */
function keepsLooping({ command, loop, isCondition }: PlacedCommand, isInside: boolean): Known<boolean> {
    const { words } = command;
    const isOf = words.some((word) => agent.test(word)) || isAboutUnit(command, /^(?:is-active|status)$/);
    if (loop === undefined || !(isOf || (isCondition && isInside && words.some((word) => word.includes(HOLE))))) {
        return false;
    }
    const isPlain = isOf && isCondition && !loop.isLeft && !loop.isTest;
    const isUntilSuccess = (loop.opening === "until") !== loop.isNegated;
    return all([loop.isCertain, isCondition || loop.isLeft, isPlain ? isUntilSuccess : UNKNOWN]);
}

/** Whether a command asks the agent once, or a number of times. */
function asks({ command: { words, isCertain }, loop, isInBackground }: PlacedCommand): boolean {
    const isAsking = /^(?:.*\/)?(?:curl|wget)$/.test(words[0] ?? "") && words.some((word) => /\b51678\b/.test(word));
    return isAsking && isCertain === true && loop === undefined && !isInBackground;
}

function isAboutUnit({ words: [program = "", ...words] }: Command, verb: RegExp): boolean {
    const isUnit = words.some((word) => /^ecs(?:\.service)?$/.test(word));
    return /^(?:.*\/)?(?:systemctl|service)$/.test(program) && isUnit && words.some((word) => verb.test(word));
}
