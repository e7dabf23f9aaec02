import assert from "node:assert/strict";
import { readStack } from "../../../checks/stack/read-stack";
import { typesByTask } from "../../../checks/stack/types-by-task";
import { capacity, inferenceService, inferenceTask, launching, memberOf } from "../inference-stack";

const elsewhere = { capacityProviderStrategies: [{ capacityProvider: "elsewhere" }] };
const inf2 = memberOf("attribute:ecs.instance-type == inf2.xlarge");

function types(...services: readonly Record<string, unknown>[]): readonly string[] | undefined {
    const stack = readStack([
        inferenceTask("task"),
        ...services.map((service, index) => inferenceService(`service${index}`, "task", service)),
        ...capacity(launching("inf1.xlarge", "inf1.2xlarge")),
    ]);
    const [task] = stack.taskDefinitions;
    return task && typesByTask(stack).get(task);
}

describe("The instance types on which the services of a stack place a task definition", () => {
    it("are those of the capacity", () => assert.deepStrictEqual(types({}), ["inf1.xlarge", "inf1.2xlarge"]));
    it("are those that the constraints name, where the capacity is not shown", () =>
        assert.deepStrictEqual(types({ ...elsewhere, ...inf2 }), ["inf2.xlarge"]));
    it("are those of all its services", () =>
        assert.deepStrictEqual(types({}, { ...elsewhere, ...inf2 }), ["inf1.xlarge", "inf1.2xlarge", "inf2.xlarge"]));
    it("are not told while they are not of one of them", () => {
        assert.equal(types({}, elsewhere), undefined);
        assert.equal(types(elsewhere, {}), undefined);
    });
    it("are not told without a service", () => assert.equal(types(), undefined));
});
