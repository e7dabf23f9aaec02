import assert from "node:assert/strict";
import { UNKNOWN } from "../../../ecs/known";
import { taskOf } from "../../../checks/stack/inference-starter";
import { conflicts } from "../../../checks/stack/neighbours";
import { GrowingStack, readStack } from "../../../checks/stack/read-stack";
import type { SourceResource } from "../../../checks/stack/source-resource";
import type { Stack } from "../../../checks/stack/stack";
import type { TaskStarter } from "../../../checks/stack/stack-resources";
import { capacity, inferenceService, inferenceTask } from "../inference-stack";
import { resource } from "../stack-resources";
import { undecidedAt } from "../../paths";

function conflictsOf(service: TaskStarter | undefined, stack: Stack): readonly unknown[] {
    const task = service && taskOf(service);
    assert.ok(task);
    return Array.from(conflicts(service, task, stack), ({ other, ...rest }) => ({ other: other.id, ...rest }));
}

/** What the first service of a stack meets. */
function met(...resources: readonly SourceResource[]): readonly unknown[] {
    const stack = readStack(resources);
    return conflictsOf(stack.starters[0], stack);
}

const devices = { devices: true, socket: undefined };

describe("The services that a service meets", () => {
    it("come in the order of the stack, whichever of its devices they want", () =>
        assert.deepStrictEqual(
            met(
                inferenceTask("both", { devices: "0,1" }),
                inferenceTask("first", { devices: "0" }),
                inferenceTask("second", { devices: "1" }),
                inferenceService("service", "both"),
                inferenceService("other", "second"),
                inferenceService("another", "first"),
                ...capacity(),
            ),
            ["other", "another"].map((other) => ({ other, common: devices, arePlacedTogether: true })),
        ));

    it("may be on its instances while the groups of its capacity are not known", () =>
        assert.deepStrictEqual(
            met(
                inferenceTask("task"),
                inferenceService("service", "task"),
                inferenceService("other", "task"),
                resource("cluster", "cluster"),
                resource("capacityProvider", "inf1", { autoScalingGroupProvider: { autoScalingGroupArn: UNKNOWN } }),
            ),
            [{ other: "other", common: devices, arePlacedTogether: false }],
        ));

    const inSubnet = (id: string, subnet: string) =>
        inferenceService(
            id,
            "task",
            { networkConfiguration: { subnets: UNKNOWN } },
            { networkConfiguration: [subnet] },
        );
    const inSubnets = (...subnets: readonly [string, string]) =>
        met(
            inferenceTask("task", { networkMode: "awsvpc" }),
            inSubnet("service", subnets[0]),
            inSubnet("other", subnets[1]),
            ...["a", "b"].map((id) => resource("subnet", id, { availabilityZone: `us-west-2${id}` })),
            ...capacity(),
        );

    it("are told where both have their network in the same subnets", () =>
        assert.deepStrictEqual(inSubnets("a", "a"), [{ other: "other", common: devices, arePlacedTogether: true }]));

    it("are not known where other subnets went into the network of each", () =>
        assert.throws(() => inSubnets("a", "b"), undecidedAt("networkConfiguration")));

    const unread = inferenceTask("unread", { devices: UNKNOWN });

    it("are none where it is alone in its cluster, whatever it takes", () => {
        const [elsewhere, second] = [{ cluster: "second" }, resource("cluster", "second")];
        assert.deepStrictEqual(
            met(
                unread,
                inferenceTask("task"),
                inferenceService("service", "unread"),
                inferenceService("other", "task", elsewhere),
                second,
                ...capacity(),
            ),
            [],
        );
    });

    it("are not known while it is not known what it takes", () =>
        assert.throws(
            () =>
                met(
                    unread,
                    inferenceTask("task"),
                    inferenceService("service", "unread"),
                    inferenceService("other", "task"),
                    ...capacity(),
                ),
            undecidedAt('containerDefinitions[1].environment.AWS_NEURON_VISIBLE_DEVICES of "unread"'),
        ));

    it("are none while services are shown one after the other", () => {
        const growing = new GrowingStack();
        [inferenceTask("task"), ...capacity(), inferenceService("other", "task")].forEach((one) => growing.show(one));
        const {
            resources: [shownService],
            stack,
        } = growing.show(inferenceService("service", "task"));
        assert.ok(shownService?.kind === "taskStarter");
        assert.deepStrictEqual(conflictsOf(shownService, stack), []);
    });
});
