import { isGiven } from "./settled";
import { quote, type Problems } from "./problems";

/** The retention periods of CloudWatch Logs in days; 0 keeps for ever (API reference, PutRetentionPolicy). */
const retentionDays: readonly unknown[] = [
    0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

export const defaultLogRetentionInDays = 30;

export function checkLogRetention(problems: Problems, value: unknown): void {
    if (isGiven(value) && !retentionDays.includes(value)) {
        problems.add(
            "logRetentionInDays",
            `is ${quote(value)}, but must be one of ${retentionDays.join(", ")} days (0 keeps for ever)`,
        );
    }
}
