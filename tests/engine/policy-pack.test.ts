import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { exampleOf } from "../../checks/examples";
import { awsOf, projectRoot } from "../../emulation/session";
import { describeOnTheEngine } from "./engine";
import { Stack } from "./stack";

const withPack = ["--policy-pack", join(projectRoot, "policy-pack")];

/**
 * For each of the rules over a sidecar and its models, an example that the provider takes and only that rule refuses.
 */
const broken = {
    "neuron-rtd-sidecar": "the sidecar is not essential",
    "neuron-rtd-starts-first": "the model container does not wait for the sidecar",
    "neuron-rtd-capabilities": "the sidecar adds only SYS_ADMIN",
    "neuron-rtd-shared-volume": "the model container does not mount the volume",
    "neuron-rtd-address": "the model container has no address",
    "neuron-visible-devices": "the devices are not contiguous",
};

describeOnTheEngine("the policy pack on the engine", (session) => {
    let stack: Stack;

    before(async () => {
        stack = await Stack.make(session(), join(__dirname, "programs", "task-definitions"), "judged");
    });

    const judge = async (command: "preview" | "up", definitions: Readonly<Record<string, unknown>>) => {
        const file = join(session().folder, "judged.json");
        writeFileSync(file, JSON.stringify(definitions));
        const { code, events } = await stack[command](withPack, { TASK_DEFINITIONS: file });
        const refused = events
            .flatMap(({ policyEvent }) => policyEvent ?? [])
            .filter(({ enforcementLevel }) => enforcementLevel === "mandatory")
            .map(({ policyName, message, resourceUrn }) => [
                resourceUrn?.split("::").pop(),
                policyName,
                message.trim().split("\n").pop(),
            ]);
        const passed = events
            .flatMap(({ policyAnalyzeSummaryEvent }) => policyAnalyzeSummaryEvent ?? [])
            .map(
                ({ resourceUrn, passed: rules = [] }) =>
                    [resourceUrn.split("::").pop() ?? "", rules.filter((rule) => rule in broken).sort()] as const,
            );
        return { code, refused: refused.sort(), passed: Object.fromEntries<readonly string[]>(passed) };
    };

    it("rejects at preview what each rule is about, by that rule alone, with its message", async () => {
        const definitions = Object.fromEntries(
            Object.entries(broken).map(([rule, title]) => [rule, exampleOf(rule, title).definition]),
        );
        const expected = Object.entries(broken).flatMap(([rule, title]) =>
            exampleOf(rule, title).findings.map(({ message }) => [rule, rule, message]),
        );
        const { code, refused } = await judge("preview", definitions);
        assert.notEqual(code, 0);
        assert.deepEqual(refused, expected.sort());
    });

    it("rejects at the update, before AWS is asked to create anything", async () => {
        const gap = exampleOf("neuron-visible-devices", "the devices are not contiguous").definition;
        const { code, refused } = await judge("up", { gap });
        assert.notEqual(code, 0);
        assert.deepEqual(
            refused.map(([resource, rule]) => [resource, rule]),
            [["gap", "neuron-visible-devices"]],
        );
        const { taskDefinitionArns } = await (
            await awsOf(session()).ecs()
        ).listTaskDefinitions({ familyPrefix: String(gap["family"]), status: "ACTIVE" });
        assert.deepEqual(taskDefinitionArns, []);
    });

    it("judges what is right by every rule, and passes it", async () => {
        const { code, refused, passed } = await judge("preview", {
            task: exampleOf("neuron-rtd-capabilities", "the sidecar adds one more capability").definition,
        });
        assert.deepEqual([code, refused, passed["task"]], [0, [], Object.keys(broken).sort()]);
    });
});
