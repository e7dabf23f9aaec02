import assert from "node:assert/strict";
import { judgeTask } from "../../../checks/judge/judge-task";
import { UNKNOWN } from "../../../ecs/known";
import { neuronCompatibleLaunchType } from "../../../checks/rules/neuron-compatible-launch-type";
import { readTaskDefinition } from "../../../ecs/task/read-task-definition";
import { rightTask } from "../right-task";
import { violationText } from "../violation-text";
import { propertyText } from "../../../checks/phrasing/property-text";

const refused =
    "requiresCompatibilities: the task definition requires FARGATE, which has no Inferentia or Trainium chips: require " +
    "EC2 instead, or leave it out";
const notDecided = "requiresCompatibilities: not known";

describe("neuron-compatible-launch-type, of what a task definition requires", () => {
    const cases: [string, unknown, readonly string[]][] = [
        ["accepts EC2", ["EC2"], []],
        ["refuses FARGATE beside EC2", ["EC2", "FARGATE"], [refused]],
        ["refuses FARGATE beside one that is not known", [UNKNOWN, "FARGATE"], [refused]],
        ["does not decide while one beside EC2 is not known", ["EC2", UNKNOWN], [notDecided]],
        ["does not decide while the list is not known", UNKNOWN, [notDecided]],
    ];
    for (const [what, requiresCompatibilities, lines] of cases) {
        it(what, () => {
            const task = readTaskDefinition(rightTask({ rest: { requiresCompatibilities } }));
            const { violations, undecided } = judgeTask(neuronCompatibleLaunchType, task);
            assert.deepStrictEqual(
                [...violations.map(violationText), ...undecided.map((one) => `${propertyText(one)}: not known`)],
                lines,
            );
        });
    }
});
