import assert from "node:assert/strict";
import { typesMeeting, type InstanceRequirements } from "../../../ecs/pool/instance-requirements";

const any: InstanceRequirements = {
    allowedInstanceTypes: undefined,
    excludedInstanceTypes: [],
    acceleratorManufacturers: undefined,
    acceleratorNames: undefined,
    acceleratorTypes: undefined,
    acceleratorCount: { min: undefined, max: undefined },
    vCpuCount: { min: undefined, max: undefined },
    memoryMiB: { min: undefined, max: undefined },
};
const inf2 = ["inf2.xlarge", "inf2.8xlarge", "inf2.24xlarge", "inf2.48xlarge"];

describe("Instance requirements are met", () => {
    const cases: [string, Partial<InstanceRequirements>, readonly string[]][] = [
        ["by the known types of a family", { allowedInstanceTypes: ["inf2.*"] }, inf2],
        ["by a type", { allowedInstanceTypes: ["trn1.2xlarge"] }, ["trn1.2xlarge"]],
        ["by a newer family, as it is written", { allowedInstanceTypes: ["trn9.*"] }, ["trn9.*"]],
        ["by types of other families, as they are written", { allowedInstanceTypes: ["m7i.*"] }, ["m7i.*"]],
        [
            "by a pattern of several families, and what else it may name",
            { allowedInstanceTypes: ["*inf2.xlarge"] },
            ["inf2.xlarge", "*inf2.xlarge"],
        ],
        ["by types of both", { allowedInstanceTypes: ["inf2.xlarge", "m7i.large"] }, ["inf2.xlarge", "m7i.large"]],
        [
            "not by types that are excluded",
            { allowedInstanceTypes: ["inf2*"], excludedInstanceTypes: ["inf2.*8xlarge", "*.xlarge"] },
            ["inf2.24xlarge"],
        ],
        [
            "by types with enough vCPUs, and not too many",
            { allowedInstanceTypes: ["inf2.*"], vCpuCount: { min: 32, max: 96 } },
            ["inf2.8xlarge", "inf2.24xlarge"],
        ],
        [
            "by types with enough memory",
            { allowedInstanceTypes: ["inf2.*"], memoryMiB: { min: 393216, max: undefined } },
            ["inf2.24xlarge", "inf2.48xlarge"],
        ],
        [
            "by types with enough chips",
            { allowedInstanceTypes: ["inf2.*"], acceleratorCount: { min: 2, max: undefined } },
            ["inf2.24xlarge", "inf2.48xlarge"],
        ],
        [
            "by others only where there is to be no accelerator",
            { acceleratorCount: { min: 0, max: 0 } },
            ["other types"],
        ],
        ["by others only with another accelerator", { acceleratorManufacturers: ["nvidia"] }, ["other types"]],
        ["by others only with another kind of accelerator", { acceleratorTypes: ["gpu"] }, ["other types"]],
        [
            "by Inferentia only, by name",
            { acceleratorNames: ["inferentia"], vCpuCount: { min: undefined, max: 4 } },
            ["inf1.xlarge", "inf2.xlarge"],
        ],
        [
            "by Trainium only, by name",
            { acceleratorNames: ["trainium"], vCpuCount: { min: undefined, max: 8 } },
            ["trn1.2xlarge"],
        ],
        [
            "by one of Inferentia's generations as by the other",
            { acceleratorNames: ["inferentia2"], vCpuCount: { min: undefined, max: 4 } },
            ["inf1.xlarge", "inf2.xlarge"],
        ],
        [
            "by both, and by others, where accelerators of all are named",
            { acceleratorNames: ["inferentia", "trainium", "t4"], vCpuCount: { min: undefined, max: 8 } },
            ["inf1.xlarge", "inf1.2xlarge", "inf2.xlarge", "trn1.2xlarge", "other types"],
        ],
        [
            "by others, where another manufacturer is named beside AWS",
            { acceleratorManufacturers: ["amazon-web-services", "nvidia"], vCpuCount: { min: undefined, max: 4 } },
            ["inf1.xlarge", "inf2.xlarge", "other types"],
        ],
        [
            "by others, where another kind of accelerator is named beside those that infer",
            { acceleratorTypes: ["gpu", "inference"], vCpuCount: { min: undefined, max: 4 } },
            ["inf1.xlarge", "inf2.xlarge", "other types"],
        ],
        [
            "by those only of AWS's own accelerators",
            { acceleratorManufacturers: ["amazon-web-services"], vCpuCount: { min: undefined, max: 4 } },
            ["inf1.xlarge", "inf2.xlarge"],
        ],
        [
            "by those only that infer",
            { acceleratorTypes: ["inference"], vCpuCount: { min: undefined, max: 4 } },
            ["inf1.xlarge", "inf2.xlarge"],
        ],
        [
            "by any type of the size",
            { vCpuCount: { min: 192, max: 192 } },
            ["inf2.48xlarge", "trn2.48xlarge", "trn2u.48xlarge", "other types"],
        ],
        ["by none", { allowedInstanceTypes: ["inf2.xlarge"], vCpuCount: { min: 8, max: undefined } }, []],
    ];
    for (const [what, requirements, expected] of cases) {
        it(what, () => assert.deepStrictEqual(typesMeeting({ ...any, ...requirements }), expected));
    }
});
