import assert from "node:assert/strict";
import { readStack } from "../../../checks/stack/read-stack";
import type { SourceResource } from "../../../checks/stack/source-resource";
import { tasksByTemplate } from "../../../checks/stack/tasks-by-template";
import { capacity, inferenceService, inferenceTask, memberOf } from "../inference-stack";

/** The ids of the tasks on the instances of each launch template, and of those that no service runs. */
function tasks(...services: readonly SourceResource[]): unknown {
    const stack = readStack([inferenceTask("bert"), inferenceTask("other"), ...services, ...capacity()]);
    const { byTemplate, withoutStarter } = tasksByTemplate(stack);
    return {
        byTemplate: Array.from(byTemplate, ([{ id }, some]) => [id, Array.from(some, (task) => task.id)]),
        withoutStarter: withoutStarter.map(({ id }) => id),
    };
}

describe("The tasks on the instances of a launch template", () => {
    it("are those of the services on its groups", () =>
        assert.deepStrictEqual(
            tasks(
                inferenceService("service", "bert"),
                inferenceService("second", "bert"),
                inferenceService("elsewhere", "other", { capacityProviderStrategies: undefined, launchType: "EC2" }),
            ),
            { byTemplate: [["template", ["bert"]]], withoutStarter: [] },
        ));

    it("are none that the stack does not show", () =>
        assert.deepStrictEqual(
            tasks(inferenceService("service", "elsewhere:1", memberOf("attribute:ecs.instance-type == inf1.xlarge"))),
            { byTemplate: [], withoutStarter: ["bert", "other"] },
        ));
});
