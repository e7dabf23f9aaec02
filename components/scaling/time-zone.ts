import { quote } from "../validation/problems";
import type { Check } from "../validation/shape";

/** Checks the time zone of a schedule. */
export const timeZone: Check = (value, path, problems) => {
    if (typeof value !== "string" || !isTimeZone(value)) {
        problems.add(path, `is ${quote(value)}, but must be a time zone such as Europe/Berlin or UTC`);
    }
};

/** Application Auto Scaling takes the names of the IANA database as they are written there, and no offsets. */
function isTimeZone(name: string): boolean {
    try {
        const { timeZone: resolved } = Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions();
        return /^[A-Z]/.test(name) && (resolved === name || resolved.toLowerCase() !== name.toLowerCase());
    } catch {
        return false;
    }
}
