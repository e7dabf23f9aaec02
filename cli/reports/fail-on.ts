import type { PlacedFinding } from "./finding";

/** The least level of findings at which the command fails, the default first. */
export const failLevels = ["mandatory", "advisory", "none"] as const;
export type FailOn = (typeof failLevels)[number];

/** Whether a finding makes the command fail. */
export function fails({ kind, level, baseline }: PlacedFinding, failOn: FailOn): boolean {
    const isOfLevel = failOn === "advisory" || (failOn === "mandatory" && level === "mandatory");
    return kind === "violation" && isOfLevel && baseline !== "accepted";
}
