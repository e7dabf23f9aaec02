import assert from "node:assert/strict";
import { clusterQueryError } from "../../../../emulation/providers/aws/ecs/cluster-query";

const subjects =
    "attribute:<name>, task:<name> or one of agentConnected, agentVersion, ec2InstanceId, registeredAt, " +
    "runningTasksCount";

describe("the cluster query language", () => {
    for (const right of [
        "attribute:ecs.instance-type == inf1.xlarge",
        "attribute:ecs.instance-type=='inf1.xlarge'",
        "attribute:ecs.instance-type in [inf1.xlarge, inf1.2xlarge]",
        "attribute:ecs.instance-type =~ inf1.* and attribute:ecs.availability-zone != us-west-2d",
        "(runningTasksCount == 1) or (not task:group == service:production)",
        "attribute:stack exists",
        "attribute:stack !exists && !(agentConnected == true)",
        "attribute:zone not_in [a,b]",
        "registeredAt >= 2018-06-18T22:28:28+00:00",
    ]) {
        it(`knows ${right}`, () => {
            assert.equal(clusterQueryError(right), undefined);
        });
    }

    const wrong: readonly [expression: string, error: string][] = [
        ["", "is empty"],
        ["attribute:ecs.instance-type", "has its end where an operator is required, as == or in"],
        ["attribute:ecs.instance-type =", "holds characters that belong to no word, operator or bracket"],
        ["attribute:ecs.instance-type ==", "has its end where a value is required"],
        ["attribute:ecs.instance-type is inf1.xlarge", 'has "is" where an operator is required, as == or in'],
        ["instance-type == inf1.xlarge", `has "instance-type" where a subject is required: ${subjects}`],
        ["attribute:a in inf1.xlarge", 'has "inf1.xlarge" where "[" is required'],
        ["attribute:a in [b", 'has its end where "]" is required'],
        ["attribute:a == b attribute:c == d", 'does not end where "attribute:c" follows'],
        ["(attribute:a == b", 'has its end where ")" is required'],
        ["attribute:a == b and", `has its end where a subject is required: ${subjects}`],
        ["attribute:a exists b", 'does not end where "b" follows'],
    ];
    for (const [expression, error] of wrong) {
        it(`refuses "${expression}"`, () => {
            assert.equal(clusterQueryError(expression), error);
        });
    }
});
