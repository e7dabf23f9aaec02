import assert from "node:assert/strict";
import type { TargetReference } from "../../../components";
import { targetReference, targetTypeOf } from "../../../components/route/target-reference";
import { Problems } from "../../../components/validation/problems";

const elb = "arn:aws:elasticloadbalancing:us-east-1:123456789012";

/** Each member of a target. */
const right: Required<TargetReference> = {
    targetGroupArn: `${elb}:targetgroup/bert/1`,
    containerName: "bert",
    containerPort: 8501,
    targetType: "instance",
    readyWithin: 0,
    loadBalancerArn: `${elb}:loadbalancer/app/front/1`,
    alternateTargetGroupArn: `${elb}:targetgroup/bert-alternate/1`,
    productionListenerRule: `${elb}:listener-rule/app/front/1/2/3`,
    roleArn: "arn:aws:iam::123456789012:role/bert-shift-role",
};

function problems(change: object): string[] {
    const found = new Problems();
    targetReference.check({ ...right, ...change }, "target", found);
    return found.found.map(({ propertyPath, reason }) => `${propertyPath} ${reason}`);
}

describe("route: a target that is written out", () => {
    it("may have each member", () => assert.deepStrictEqual(problems({}), []));

    const refused: readonly (readonly [change: object, problem: string])[] = [
        [{ targetType: "lambda" }, 'targetType is "lambda", but must be one of instance, ip'],
        [{ readyWithin: -1 }, "readyWithin is -1, but must be a whole number from 0 to 2147483647 seconds"],
        [
            { loadBalancerArn: right.targetGroupArn },
            `loadBalancerArn is "${right.targetGroupArn}", but must be the ARN of a load balancer`,
        ],
        [
            { alternateTargetGroupArn: right.loadBalancerArn },
            `alternateTargetGroupArn is "${right.loadBalancerArn}", but must be the ARN of a target group`,
        ],
        [
            { productionListenerRule: right.targetGroupArn },
            `productionListenerRule is "${right.targetGroupArn}", but must be the ARN of a listener's rule, or of a ` +
                "network load balancer's listener",
        ],
        [{ roleArn: "bert" }, 'roleArn is "bert", but must be the ARN of an IAM role'],
        [{ role: "bert" }, "role is not an argument of a target; leave it out"],
    ];
    for (const [change, problem] of refused) {
        it(`is refused with another ${Object.keys(change).join("")}`, () => {
            assert.deepStrictEqual(problems(change), [`target.${problem}`]);
        });
    }

    it("is missing as a whole where all its members are", () => {
        const absent = Object.fromEntries(Object.keys(right).map((name) => [name, undefined]));
        assert.deepStrictEqual(problems(absent), ["target is missing; give the target of a Route"]);
    });
});

describe("route: what its targets are", () => {
    it("is the task in network mode awsvpc, and else its instance", () => {
        assert.deepStrictEqual(["awsvpc", "bridge", "host", undefined].map(targetTypeOf), [
            "ip",
            "instance",
            "instance",
            "instance",
        ]);
    });
});
