import { cronFields } from "../../contract";
import { quote } from "../validation/problems";

type Field = (typeof cronFields)[number];

/**
 * Why a cron expression of Application Auto Scaling is none; undefined where it may be one.
 *
 * Source: Amazon EventBridge User Guide, cron reference, to which the Application Auto Scaling User Guide refers.
 */
export function cronProblem(expression: string): string | undefined {
    if (/^\s*(?:cron|rate|at)\s*\(/.test(expression)) {
        return `is ${quote(expression)}, but must be the fields alone, without cron(…)`;
    }
    const fields = expression.trim().split(/\s+/);
    if (fields.length !== cronFields.length) {
        const names = cronFields.map(({ name }) => name).join(", ");
        return `is ${quote(expression)}, which has ${fields.length} fields, but must have six: ${names}`;
    }
    const wrong = cronFields.flatMap((field, index) => {
        const value = fields[index] ?? "";
        return isField(value, field) ? [] : [`${quote(value)} is no ${field.name}`];
    });
    const days = [fields[2], fields[4]];
    if (days.every((day) => day === "?")) {
        wrong.push("only one of day of month and day of week can be ?");
    } else if (days.every((day) => day !== "?" && day !== "*")) {
        wrong.push("one of day of month and day of week must be ?");
    }
    return wrong.length === 0 ? undefined : `is ${quote(expression)}, in which ${wrong.join(", and ")}`;
}

/** A list of values, ranges and steps; days have more. */
function isField(text: string, field: Field): boolean {
    if (text === "?") {
        return field.name.startsWith("day");
    }
    return text.split(",").every((item) => {
        const [range = "", step, ...more] = item.split("/");
        const ends = range.split("-");
        const isRange =
            range === "*" || (ends.length <= 2 && ends.every((end) => isValue(end, field))) || isDay(range, field);
        return isRange && more.length === 0 && (step === undefined || /^\d+$/.test(step));
    });
}

function isValue(text: string, { minimum, maximum, names }: Field): boolean {
    const isName = (names as readonly string[]).includes(text.toUpperCase());
    return isName || (/^\d+$/.test(text) && Number(text) >= minimum && Number(text) <= maximum);
}

/** The last day, the weekday nearest to one, the last or the nth such day of a month. */
function isDay(text: string, field: Field): boolean {
    const pattern =
        field.name === "day of month"
            ? /^(?:L|LW|(\d+)W|L-\d+)$/
            : field.name === "day of week"
              ? /^(?:L|(\w+)L|(\w+)#[1-5])$/
              : undefined;
    const found = pattern?.exec(text);
    const day = found?.[1] ?? found?.[2];
    return found !== undefined && found !== null && (day === undefined || isValue(day, field));
}
