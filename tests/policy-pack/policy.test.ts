import assert from "node:assert/strict";
import { withOptions, type Policy } from "../../policy-pack/policy";

const described = { name: "neuron-ami", description: "", enforcementLevel: "advisory" } as const;

describe("withOptions", () => {
    /** The calls, in their order, of a policy with some functions that is asked by each of them. */
    const callsOf = (...functions: readonly ("validateResource" | "validateStack" | "remediateResource")[]) => {
        const calls: unknown[] = [];
        const own = Object.fromEntries(
            functions.map((name) => [
                name,
                (...args: readonly unknown[]) => {
                    calls.push([name, ...args.slice(1)]);
                    return name;
                },
            ]),
        );
        const policy = withOptions({ ...described, ...own } as unknown as Policy, (options) => calls.push(options()));
        const args = { getConfig: () => ({ scope: "all" }) };
        const results = functions.map((name) =>
            (policy[name] as unknown as (...given: readonly unknown[]) => unknown)(args, "report"),
        );
        assert.deepStrictEqual(results, functions);
        return { keys: Object.keys(policy), calls };
    };

    it("hands over a policy's options before each of its functions, which get and return what they would", () =>
        assert.deepStrictEqual(callsOf("validateResource", "validateStack", "remediateResource"), {
            keys: [...Object.keys(described), "validateResource", "validateStack", "remediateResource"],
            calls: [
                { scope: "all" },
                ["validateResource", "report"],
                { scope: "all" },
                ["validateStack", "report"],
                { scope: "all" },
                ["remediateResource", "report"],
            ],
        }));

    it("gives a policy no function that it does not have", () =>
        assert.deepStrictEqual(callsOf("validateResource").keys, [...Object.keys(described), "validateResource"]));
});
