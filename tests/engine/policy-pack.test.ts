import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { awsOf, projectRoot } from "../../emulation/session";
import { describeOnTheEngine } from "./engine";
import { Stack } from "./stack";

const pack = join(projectRoot, "policy-pack");
const withPack = ["--policy-pack", pack];
const examples = join(pack, "examples");

/**
 * For each of the rules over a sidecar and its models, an example that the provider takes and only that rule refuses.
 */
const broken = {
    "neuron-rtd-sidecar": "wrong-not-essential",
    "neuron-rtd-starts-first": "wrong-no-dependency",
    "neuron-rtd-capabilities": "wrong-one-missing",
    "neuron-rtd-shared-volume": "wrong-not-mounted-by-the-model",
    "neuron-rtd-address": "wrong-missing",
    "neuron-visible-devices": "wrong-gap",
};

function json<Content>(...path: string[]): Content {
    return JSON.parse(readFileSync(join(...path), "utf8")) as Content;
}

describeOnTheEngine("the policy pack on the engine", (session) => {
    let stack: Stack;

    before(async () => {
        stack = await Stack.make(session(), join(__dirname, "programs", "task-definitions"), "judged");
    });

    const exampleOf = (rule: string, example: string) => json<{ family: string }>(examples, rule, `${example}.json`);

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
            Object.entries(broken).map(([rule, example]) => [rule, exampleOf(rule, example)]),
        );
        const expected = Object.entries(broken).map(([rule, example]) => {
            const [finding] =
                json<Record<string, { message: string }[]>>(examples, rule, "expected.json")[example] ?? [];
            return [rule, rule, finding?.message];
        });
        const { code, refused } = await judge("preview", definitions);
        assert.notEqual(code, 0);
        assert.deepEqual(refused, expected.sort());
    });

    it("rejects at the update, before AWS is asked to create anything", async () => {
        const gap = exampleOf("neuron-visible-devices", "wrong-gap");
        const { code, refused } = await judge("up", { gap });
        assert.notEqual(code, 0);
        assert.deepEqual(
            refused.map(([resource, rule]) => [resource, rule]),
            [["gap", "neuron-visible-devices"]],
        );
        const { taskDefinitionArns } = await (
            await awsOf(session()).ecs()
        ).listTaskDefinitions({ familyPrefix: gap.family, status: "ACTIVE" });
        assert.deepEqual(taskDefinitionArns, []);
    });

    it("judges what is right by every rule, and passes it", async () => {
        const { code, refused, passed } = await judge("preview", {
            task: exampleOf("neuron-rtd-capabilities", "right-more-capabilities"),
        });
        assert.deepEqual([code, refused, passed["task"]], [0, [], Object.keys(broken).sort()]);
    });
});
