import { refuses } from "../task-definition/harness";

describe("TaskDefinition, before it registers a child, with the retention of its logs", () => {
    refuses([
        [
            "a retention that CloudWatch Logs does not know",
            { logRetentionInDays: 31 },
            [
                "logRetentionInDays is 31, but must be one of 0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, " +
                    "731, 1096, 1827, 2192, 2557, 2922, 3288, 3653 days (0 keeps for ever)",
            ],
        ],
    ]);
});
