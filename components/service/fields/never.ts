import type { Check } from "../../validation/shape";

/** What ECS has, but cannot take here. */
export function never(reason: string): Check {
    return (_, path, problems) => problems.add(path, `must not be given: ${reason}`);
}
