import { UNKNOWN } from "../../../ecs/known";
import { refuses, takes } from "./harness";

describe("Scaling, of the fewest and the most tasks,", () => {
    takes([
        [
            "times of a schedule that fit in turn",
            {
                schedule: [
                    { cron: "0 6 * * ? *", max: 2 },
                    { cron: "0 8 * * ? *", min: 3, max: 3 },
                    { cron: "0 9 * * ? *", min: 3 },
                    { cron: "0 20 * * ? *", min: 1 },
                ],
            },
        ],
        [
            "a time of a schedule while its other bound is not known",
            { max: UNKNOWN, schedule: [{ cron: "0 8 * * ? *", min: 9 }] },
        ],
    ]);

    refuses([
        [
            "a maximum below the minimum",
            { min: 3, max: 2 },
            ["max is 2, but must be at least min, 3; raise this or lower that"],
        ],
        [
            "a time of a schedule that fits none of the other bounds",
            {
                min: 2,
                max: 3,
                schedule: [
                    { cron: "0 6 * * ? *", min: 4 },
                    { cron: "0 20 * * ? *", max: 1 },
                ],
            },
            [
                "schedule[0].min is 4, but must be at most the most tasks of another time, 3; lower this, or raise that or " +
                    "give this time a max",
                "schedule[1].max is 1, but must be at least the fewest tasks of another time, 2; raise this, or lower that or " +
                    "give this time a min",
            ],
        ],
        [
            "times of a schedule that change nothing, or leave no number of tasks",
            { schedule: [{ cron: "0 9 * * ? *" }, { cron: "0 20 * * ? *", min: 3, max: 2 }] },
            [
                "schedule[0] changes nothing; give min, max or both",
                "schedule[1].max is 2, but must be at least min, 3; raise this or lower that",
            ],
        ],
    ]);
});
