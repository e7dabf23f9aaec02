import { all, any, UNKNOWN, type Known } from "../known";
import { programName } from "../shell/commands";
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
/** The name of the agent's unit, and how what is not read may use it. */
const unit = /^ecs(?:\.service)?$/;
const unitInVariable = /=ecs(?:\.service)?$/;
const unitInText = /(?:\b(?:systemctl|service|for \w+ in)\b.{0,200}|\w=["']?)\becs\b(?![-/])/;
/** What lets the agent start earlier, or starts another one. */
const ownStart =
    /cloud-final|\/system\/ecs\.service|\bamazon-ecs-(?:agent|init)\b|\becs-anywhere|\bapt(?:-get)?\b|\bdpkg\b/;

/**
 * What user data expects of the agent. On Amazon Linux the agent's unit is ordered after cloud-init's last stage, in
 * which user data runs. Sources: aws/amazon-ecs-agent, packaging/amazon-linux-ami-integrated/ecs.service, issues 1707
 * and 4818; Amazon ECS Developer Guide, installing the container agent.
 */
export function agentWait(userData: string): AgentWait {
    const waits = userDataParts(userData).map(waitOf);
    return {
        isEndless: any(waits.map(({ isEndless }) => isEndless)),
        asksAgent: waits.some(({ asksAgent }) => asksAgent),
        unread: waits.find(({ isEndless }) => isEndless === UNKNOWN)?.unread,
    };
}

function waitOf({ text, steps, unread }: UserDataPart): AgentWait {
    const commands = placedCommands(steps);
    const texts = steps.filter((step) => typeof step === "string");
    const hole = {
        mayBeUnit: texts.some((one) => unitInVariable.test(one)),
        mayAsk: texts.some((one) => mayAsk(one) && !unitInVariable.test(one)),
    };
    const awaited = commands.filter(isAwaited);
    const isStart = any(awaited.map((one) => starts(one, hole)));
    const isLoop = any(awaited.map((one) => keepsLooping(one, hole)));
    const isWaiting = any([isStart, isLoop, unread !== undefined && mayAsk(text) ? UNKNOWN : false]);
    // A boothook runs early in each boot, and not at the end of the first.
    const isBoothook = text.trimStart().startsWith("#cloud-boothook");
    const own = ownStart.test(text) ? "how it starts the agent" : isBoothook ? "a boothook" : undefined;
    const variable = isStart === UNKNOWN ? "the variable in a command of systemctl or service" : undefined;
    return {
        isEndless: isWaiting !== false && own !== undefined ? UNKNOWN : isWaiting,
        asksAgent: own === undefined && commands.some(asks),
        unread: unread ?? own ?? variable ?? "the end of a loop",
    };
}

/** What a word that is not known may stand for. */
interface Hole {
    readonly mayBeUnit: boolean;
    /** Whether it may come from the agent, or name it. */
    readonly mayAsk: boolean;
}

/** Whether what is not read may wait for the agent, by its words. */
function mayAsk(text: string): boolean {
    const pieces = text.split(/[\n;&|]/);
    return pieces.some((piece) => agent.test(piece) || (unitInText.test(piece) && !piece.includes("--no-block")));
}

/** Whether the script goes on only after the command's end, however late that comes. */
function isAwaited({ command: { runners }, isInBackground }: PlacedCommand): boolean {
    return !isInBackground && !runners.includes("timeout");
}

/** Whether a command starts the agent, and ends only when that has started. */
function starts({ command }: PlacedCommand, hole: Hole): Known<boolean> {
    const passes = command.words.includes("--no-block") || command.words.includes("disable");
    const isStart = isAboutUnit(command, ["start", "restart", "reload-or-restart", "--now"], hole);
    return all([!passes, isStart, command.isCertain]);
}

/** Whether a command keeps a loop running until the agent answers. */
function keepsLooping({ command, loop, isCondition }: PlacedCommand, hole: Hole): Known<boolean> {
    const { words } = command;
    const isOf = any([
        words.some((word) => agent.test(word)),
        isAboutUnit(command, ["is-active", "status"], hole),
        isCondition && hole.mayAsk && words.some((word) => word.includes(HOLE)) ? UNKNOWN : false,
    ]);
    if (loop === undefined || isOf === false) {
        return false;
    }
    const isPlain = isOf === true && isCondition && !loop.isLeft && !loop.isTest;
    const isUntilSuccess = (loop.opening === "until") !== loop.isNegated;
    return all([loop.isCertain, isCondition || loop.isLeft, isPlain ? isUntilSuccess : UNKNOWN]);
}

/** Whether a command asks the agent once, or a number of times. */
function asks({ command: { words, isCertain }, isInBackground }: PlacedCommand): boolean {
    const isRequest = ["curl", "wget"].includes(programName(words[0])) && words.some((word) => /\b51678\b/.test(word));
    return isRequest && isCertain === true && !isInBackground;
}

function isAboutUnit({ words }: Command, verbs: readonly string[], hole: Hole): Known<boolean> {
    const isUnit = words.some((word) => unit.test(word));
    const mayBeUnit = hole.mayBeUnit && words.some((word) => unit.test(word.replace(HOLE, "ecs")));
    const isVerb = verbs.some((verb) => words.includes(verb));
    return all([
        ["systemctl", "service"].includes(programName(words[0])),
        isUnit || (mayBeUnit ? UNKNOWN : false),
        isVerb || (words.includes(HOLE) && isUnit ? UNKNOWN : false),
    ]);
}
