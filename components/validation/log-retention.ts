import { quote } from "./problems";
import type { Check } from "./shape";

/** The retention periods of CloudWatch Logs in days; 0 keeps for ever (API reference, PutRetentionPolicy). */
const retentionDays: readonly unknown[] = [
    0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

export const defaultLogRetentionInDays = 30;

export const logRetention: Check = (value, path, problems) => {
    if (!retentionDays.includes(value)) {
        problems.add(
            path,
            `is ${quote(value)}, but must be one of ${retentionDays.join(", ")} days (0 keeps for ever)`,
        );
    }
};
