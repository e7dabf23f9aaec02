import { refuses } from "../harness";
import { pool, task } from "../right-service";

describe("Service, of its task,", () => {
    refuses([
        [
            "a mistyped member of the pool of a task",
            { task: { ...task, pool: { ...pool, maxsize: 9 } } },
            "task.pool.maxsize is not an argument of a pool (did you mean maxSize?); leave it out",
        ],
        ["no task", { task: undefined }, "task is missing; give the task of a TaskDefinition"],
        [
            "a task without an ARN",
            { task: { ...task, taskDefinitionArn: undefined } },
            "task.taskDefinitionArn is missing; give the ARN of the task definition",
        ],
    ]);
});
