import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import type { InferentiaInstanceType } from "../../../contract";
import { runtimeOfInstances } from "../../../components/launch-template/runtime";
import { unknownOutput, valueOf } from "../engine/value-of";
import { UNKNOWN } from "../../../ecs/known";

const runtimeOf = (given: object, ...types: InferentiaInstanceType[]) =>
    valueOf(runtimeOfInstances(given, pulumi.output(types)));

describe("The runtime for which instances are launched", () => {
    const cases: [what: string, given: object, types: InferentiaInstanceType[], runtime: unknown][] = [
        ["is the daemon's for Inf1", {}, ["inf1.xlarge", "inf1.2xlarge"], "neuron-rtd"],
        ["is the library's for Inf2", {}, ["inf2.xlarge"], "libnrt"],
        ["is the given one", { runtime: "libnrt" }, ["inf1.xlarge"], "libnrt"],
        ["is one that an output gives", { runtime: pulumi.output("libnrt") }, ["inf1.xlarge"], "libnrt"],
        ["is the default where an output gives none", { runtime: pulumi.output(undefined) }, ["inf2.xlarge"], "libnrt"],
        ["is not known while its output is not", { runtime: unknownOutput() }, ["inf2.xlarge"], UNKNOWN],
        ["is some one for a type that is refused", {}, ["m5.large" as InferentiaInstanceType], "neuron-rtd"],
    ];
    for (const [what, given, types, runtime] of cases) {
        it(what, async () => assert.equal(await runtimeOf(given, ...types), runtime));
    }

    it("is known from what is given, whatever of the types is not", async () => {
        assert.equal(await valueOf(runtimeOfInstances({ runtime: "libnrt" }, unknownOutput())), "libnrt");
    });
});
