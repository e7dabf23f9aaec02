import assert from "node:assert/strict";
import { readStack } from "../../../checks/stack/read-stack";
import type { SourceResource } from "../../../checks/stack/source-resource";
import { UNKNOWN } from "../../../ecs/known";
import { inferenceService } from "../inference-stack";
import { resource } from "../stack-resources";

const scaled = {
    serviceNamespace: "ecs",
    scalableDimension: "ecs:service:DesiredCount",
    resourceId: "service/ml/bert",
};

/** The ids of the services that a target scales, and whether one elsewhere is among them; beside service "bert". */
function service(
    target: Record<string, unknown>,
    dependencies: Record<string, string[]> = {},
    others: readonly SourceResource[] = [],
): unknown {
    const own = resource("scalableTarget", "target", { ...scaled, ...target }, dependencies);
    const bert = inferenceService("service", "task", { name: "bert" });
    const [read] = readStack([resource("cluster", "cluster"), bert, ...others, own]).scalableTargets;
    const found = read?.service ?? UNKNOWN;
    return found === UNKNOWN
        ? found
        : [...found.targets.map(({ id }) => id), ...(found.elsewhere ? ["elsewhere"] : [])];
}

describe("readScalableTarget", () => {
    const namesake = inferenceService("second", "task", { name: "bert", cluster: "other" });
    const cases: [what: string, is: () => unknown, expected: unknown][] = [
        ["knows the service by the name in the id", () => service({}), ["service"]],
        [
            "knows the service by what went into the id",
            () => service({ resourceId: UNKNOWN }, { resourceId: ["cluster", "service"] }),
            ["service"],
        ],
        ["knows no service elsewhere", () => service({ resourceId: "service/ml/gpt" }), ["elsewhere"]],
        ["does not know which of two services with one name it is", () => service({}, {}, [namesake]), ["elsewhere"]],
        [
            "knows a service by its cluster where another one has its name",
            () => service({ resourceId: "service/cluster/bert" }, {}, [namesake]),
            ["service", "elsewhere"],
        ],
        [
            "does not know which of two services in one cluster it is, as in two Regions",
            () =>
                service({ resourceId: "service/cluster/bert" }, {}, [
                    inferenceService("second", "task", { name: "bert" }),
                ]),
            ["elsewhere"],
        ],
        [
            "knows a service by what went into the id where another one has its name",
            () => service({}, { resourceId: ["service"] }, [namesake]),
            ["service"],
        ],
        ["knows none of another dimension", () => service({ scalableDimension: "ecs:other:Thing" }), []],
        ["knows none of another kind", () => service({ serviceNamespace: "dynamodb" }), []],
        [
            "does not know which service it is while the id is not known",
            () => service({ resourceId: UNKNOWN }),
            UNKNOWN,
        ],
        [
            "does not know what is scaled, of a kind that is not known",
            () => service({ serviceNamespace: UNKNOWN }),
            UNKNOWN,
        ],
    ];
    for (const [what, is, expected] of cases) {
        it(what, () => assert.deepStrictEqual(is(), expected));
    }

    it("reads the maximum, of CloudFormation as text", () => {
        const maximum = (maxCapacity: unknown) =>
            readStack([resource("scalableTarget", "target", { ...scaled, maxCapacity })]).scalableTargets[0]
                ?.maxCapacity;
        assert.deepStrictEqual([4, "4", UNKNOWN, undefined].map(maximum), [4, 4, UNKNOWN, undefined]);
    });
});
