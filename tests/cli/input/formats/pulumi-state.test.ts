import assert from "node:assert/strict";
import { UNKNOWN } from "../../../../checks";
import { recognise } from "../../../../cli/input/formats";
import { readPulumiState } from "../../../../cli/input/formats/pulumi-state";

const signature = "4dabf18193072939515e22adb298388d";
const marked = (kind: string, rest: object) => ({ [signature]: kind, ...rest });
const secret = "1b47061264138c4ac30d75fd1eb44270";
const output = "d0e6a833031e9bbcd3f4e8bde6ca49a4";
const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

describe("A value of a Pulumi state", () => {
    const cases: [what: string, value: unknown, read: unknown][] = [
        ["itself, when it is plain", { a: ["x", 1, true] }, { a: ["x", 1, true] }],
        ["its plain text, when it is a secret with one", marked(secret, { plaintext: '"ALL"' }), "ALL"],
        ["not known, when it is encrypted", marked(secret, { ciphertext: "v1:x" }), UNKNOWN],
        ["not known, where the engine does not decrypt", "[secret]", UNKNOWN],
        ["not known, inside a list too", ["[secret]", "a"], [UNKNOWN, "a"]],
        ["itself, when it only has the word in it", "a [secret]", "a [secret]"],
        ["not known, before the update", unknown, UNKNOWN],
        ["that of an output", marked(output, { value: "ALL", secret: false }), "ALL"],
        ["not known, when the output is not there yet", marked(output, {}), UNKNOWN],
        ["not known, when it is another resource", marked("5cf8f73096256a8f31e491e813e4eb8e", { urn: "a" }), UNKNOWN],
    ];
    for (const [what, value, read] of cases) {
        it(`is ${what}`, () => {
            const resource = { urn: "urn:a", type: "aws:ecs/service:Service", inputs: { value } };
            const state = readPulumiState({ version: 3, deployment: { resources: [resource] } });
            assert.deepStrictEqual(state?.resources[0]?.properties, { value: read });
        });
    }
});

describe("What Pulumi says of an update before it", () => {
    const type = "aws:ecs/taskDefinition:TaskDefinition";
    const urn = `urn:pulumi:dev::ml::${type}::task`;
    const shown = (data: unknown) =>
        recognise(data).map(({ format, resources, places }) => [
            format,
            resources.map(({ id, type: own, properties }) => [id, own, properties]),
            [...places],
        ]);
    const step = (op: string, inputs?: object) => ({ op, urn, ...(inputs && { newState: { urn, type, inputs } }) });

    it("is a preview, of which the last step of a resource counts", () =>
        assert.deepStrictEqual(
            shown({ steps: [step("create-replacement", { family: "a" }), step("replace", { family: "b" })] }),
            [["Pulumi preview", [[urn, type, { family: "b" }]], [[urn, ["steps", 1, "newState", "inputs"]]]]],
        ));

    it("is a preview without what is taken away", () =>
        assert.deepStrictEqual(shown({ steps: [step("delete")] }), [["Pulumi preview", [], []]]));

    it("is a plan, with what stays as it is", () => {
        const inputDiff = { adds: { cpu: "1" }, updates: { family: "b" } };
        const plan = {
            goal: { type, name: "task", inputDiff },
            steps: ["update"],
            state: { family: "a", memory: "2" },
        };
        assert.deepStrictEqual(shown({ resourcePlans: { [urn]: plan } }), [
            [
                "Pulumi plan",
                [[urn, type, { family: "b", memory: "2", cpu: "1" }]],
                [[urn, ["resourcePlans", urn, "goal", "inputDiff", "adds"]]],
            ],
        ]);
    });

    it("is a plan without the outputs that are not known, and the inputs that go", () => {
        const goal = { type, name: "task", inputDiff: { deletes: ["cpu"], updates: { memory: unknown } } };
        const plan = { goal, steps: ["update"], state: { family: "a", cpu: "1", memory: "2", networkMode: unknown } };
        assert.deepStrictEqual(readPulumiState({ resourcePlans: { [urn]: plan } })?.resources[0]?.properties, {
            family: "a",
            memory: UNKNOWN,
        });
    });
});
