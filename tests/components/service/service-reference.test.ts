import assert from "node:assert/strict";
import { serviceReference } from "../../../components/service/service-reference";
import { Problems } from "../../../components/validation/problems";
import { UNKNOWN } from "../../../ecs/known";

const right = {
    serviceName: "bert",
    clusterName: "ml",
    componentName: "bert",
    poolName: "ml",
    ignoreDesiredCount: true,
    maxSize: 4,
    deploymentMinimumHealthyPercent: 100,
    deploymentMaximumPercent: 200,
    deploymentStrategy: "ROLLING",
};

function problems(service: unknown): string[] {
    const found = new Problems();
    serviceReference.check(service, "service", found);
    return found.found.map(({ propertyPath, reason }) => `${propertyPath} ${reason}`);
}

describe("The record of a service", () => {
    for (const [what, service] of [
        ["with all its members", right],
        ["of which only the names are told", { serviceName: "bert", clusterName: "ml" }],
        ["whose names are not known yet", { ...right, serviceName: UNKNOWN, clusterName: UNKNOWN }],
    ] as const) {
        it(`is taken ${what}`, () => assert.deepStrictEqual(problems(service), []));
    }

    const refused: [what: string, service: unknown, problem: string][] = [
        ["that is not there", {}, "service is missing; give the service of a Service"],
        ["that is a name", "bert", "service is a string, but must be a service, an object"],
        [
            "without the name of its cluster",
            { ...right, clusterName: undefined },
            "service.clusterName is missing; give the name of the cluster",
        ],
        [
            "whose name is an ARN",
            { ...right, serviceName: "arn:aws:ecs:us-east-1:123456789012:service/ml/bert" },
            'service.serviceName is "arn:aws:ecs:us-east-1:123456789012:service/ml/bert", but must be 1 to 255 letters, ' +
                "digits, hyphens and underscores",
        ],
        [
            "with an unknown strategy",
            { ...right, deploymentStrategy: "BLUE" },
            'service.deploymentStrategy is "BLUE", but must be one of ROLLING, BLUE_GREEN, LINEAR, CANARY',
        ],
        [
            "with more than all tasks that stay",
            { ...right, deploymentMinimumHealthyPercent: 101 },
            "service.deploymentMinimumHealthyPercent is 101, but must be a whole number from 0 to 100 percent",
        ],
        [
            "with fewer than all tasks at most",
            { ...right, deploymentMaximumPercent: 99 },
            "service.deploymentMaximumPercent is 99, but must be a whole number 100 or more percent",
        ],
        [
            "with a mistyped member",
            { ...right, maxsize: 4 },
            "service.maxsize is not an argument of a service (did you mean maxSize?); leave it out",
        ],
    ];
    for (const [what, service, problem] of refused) {
        it(`is refused ${what}`, () => assert.deepStrictEqual(problems(service), [problem]));
    }
});
