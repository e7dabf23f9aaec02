import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { besideUnknown, problems, refuses } from "./harness";
import { task } from "./right-service";

const noPool = "pool is missing, and task has none; give it to the TaskDefinition, or here";

describe("Service, of task, pool and service together,", () => {
    refuses([
        ["no pool", { pool: undefined }, noPool],
        ["no pool, and a task that is an output", { pool: undefined, task: pulumi.output(task) }, noPool],
    ]);

    it("accepts what is right, at a preview beside ARNs that are not known", async () => {
        assert.equal(await problems(() => besideUnknown({}), true), "");
    });
});
