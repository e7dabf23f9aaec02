import assert from "node:assert/strict";
import { nothing, OutcomeCollector } from "../../../checks/judge/outcome";
import { Undecided } from "../../../ecs/known";

const violation = (subject: string) => ({ path: ["image"], subject, problem: "is wrong", remedy: "correct it" });
const image = { path: ["image"] };
const name = { path: ["name"] };
const collect = (act: (collector: OutcomeCollector) => void) => {
    const collector = new OutcomeCollector("told", "task definition", ["containerDefinitions"]);
    act(collector);
    return collector.outcome;
};

describe("What the parts of a rule say", () => {
    it("is nothing where no part says something", () =>
        assert.equal(
            collect((collector) => {
                collector.attempt(() => []);
                collector.attempt(() => undefined);
            }),
            nothing,
        ));

    it("is everything that each found, and what each did not decide once", () =>
        assert.deepStrictEqual(
            collect((collector) => {
                collector.attempt(() => [violation("a"), violation("b")]);
                collector.attempt(() => {
                    throw new Undecided(image);
                });
                collector.addUndecided(name);
                collector.addUndecided({ path: ["image"] });
                collector.attempt(() => [violation("c")]);
            }),
            { violations: [violation("a"), violation("b"), violation("c")], undecided: [image, name] },
        ));

    it("is what a part found before something was not known", () =>
        assert.deepStrictEqual(
            collect((collector) =>
                collector.attempt(function* () {
                    yield violation("a");
                    throw new Undecided(name);
                }),
            ),
            { violations: [violation("a")], undecided: [name] },
        ));

    it("is a violation where a part crashes, which tells nothing of the error", () =>
        assert.deepStrictEqual(
            collect((collector) =>
                collector.attempt(() => {
                    throw new Error("s3cr3t");
                }),
            ),
            {
                violations: [
                    {
                        path: ["containerDefinitions"],
                        subject: "the rule told",
                        problem: "could not judge this task definition, because of an error of its own",
                        requirement: "it is refused, because it was not checked",
                        remedy: "please report it",
                    },
                ],
                undecided: [],
            },
        ));
});
