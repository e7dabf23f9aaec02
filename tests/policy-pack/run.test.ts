import assert from "node:assert/strict";
import type { PolicyResourceOptions } from "@pulumi/policy";
import { exampleOf } from "../../checks/examples";
import { Run } from "../../policy-pack/run";

const { definition } = exampleOf("neuron-visible-devices", "the devices are not contiguous");

/** A copy of its own for each policy, as the SDK hands them out. */
function task(change: object = {}, type = "aws-native:ecs:TaskDefinition") {
    const opts = {} as PolicyResourceOptions;
    return {
        type,
        urn: `urn:pulumi:stack::project::${type}::task`,
        props: structuredClone({ ...definition, ...change }),
        opts,
    };
}

describe("Run: what the policies share", () => {
    it("is one judgement of a resource for every policy that is shown it", () => {
        const run = new Run();
        const judgement = run.judge("neuron-visible-devices", task());
        assert.equal(run.judge("neuron-rtd-sidecar", task()), judgement);
        assert.deepStrictEqual(judgement?.askedBy, new Set(["neuron-visible-devices", "neuron-rtd-sidecar"]));
    });

    it("is another judgement where a policy asks again, with the same inputs or others", () => {
        const run = new Run();
        const judgements = [
            run.judge("neuron-visible-devices", task()),
            run.judge("neuron-visible-devices", task({ containerDefinitions: [] })),
            run.judge("neuron-visible-devices", task({ containerDefinitions: [] })),
        ];
        assert.equal(new Set(judgements).size, 3);
        assert.deepStrictEqual(
            judgements.map((one) => one?.findings.map(({ rule }) => rule)),
            [["neuron-visible-devices"], ["task-definition-shape"], ["task-definition-shape"]],
        );
    });

    it("is checked again when a policy hands over its options", () => {
        const run = new Run();
        const judgement = run.judge("neuron-visible-devices", task());
        run.configure("neuron-visible-devices", { suppressions: [{ resource: "task", reason: "an experiment" }] });
        assert.deepStrictEqual(
            judgement?.findings.map(({ kind }) => kind),
            ["suppressed"],
        );
    });

    it("is nothing of a resource that no rule is about", () =>
        assert.equal(new Run().judge("neuron-ami", task({}, "aws:s3/bucket:Bucket")), undefined));
});
