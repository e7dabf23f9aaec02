import { instanceTypeAttribute, LaunchType, placedOn } from "../../contract";
import { neuronTypesOnly } from "../../ecs/cluster-query/neuron-placement";
import { speaksOfInstanceType } from "../../ecs/cluster-query/attribute-spelling";
import { known, UNKNOWN } from "../../ecs/known";
import { quoted } from "../phrasing/names";
import { NotMigrated, type MigrationContext, type Step } from "./step";

/** One comparison of the type, and nothing else. */
const onlyType = new RegExp(`^\\s*${instanceTypeAttribute}\\s*(?:==\\s*[\\w.-]+|in\\s*\\[[^\\]]*\\]|=~\\s*\\S+)\\s*$`);

/**
 * A task that maps devices is for one instance type: the one that was asked for. @throws NotMigrated where a constraint
 * says more than the type, and does not let the task run there
 */
export function* placeTask({ task, type }: MigrationContext): Iterable<Step> {
    if (type === undefined) {
        return;
    }
    const path = ["placementConstraints"];
    const constraints = known(task.placementConstraints, path).map(({ expression }, index) => {
        const text = expression === undefined ? "" : known(expression, path, index, "expression");
        return { index, text, isOfType: speaksOfInstanceType(text) };
    });
    const ofType = constraints.filter(({ isOfType }) => isOfType);
    const only = neuronTypesOnly(ofType.map(({ text }) => text));
    if (only?.length === 1 && only[0] === type) {
        return;
    }
    const { expression } = placedOn(type as Parameters<typeof placedOn>[0]);
    const note = `the task is placed on ${type}`;
    if (ofType.length === 0) {
        yield { edits: [{ path, value: { type: "memberOf", expression }, append: true }], note };
        return;
    }
    const other = ofType.find(({ text }) => !onlyType.test(text));
    const [first] = ofType;
    if (other !== undefined || ofType.length > 1 || first === undefined) {
        throw new NotMigrated(
            `its placement expression ${quoted((other ?? first)?.text ?? "")} is not read as a type alone: write ` +
                `${expression} first`,
        );
    }
    yield { edits: [{ path: [...path, first.index, "expression"], value: expression }], note };
}

/** Whether a task can run on instances whose devices it maps. With a daemon, it ran on such before. */
export function runsOnInstances({ requiresCompatibilities: required }: MigrationContext["task"]): boolean {
    return required === UNKNOWN || required.length === 0 || required.some((one) => one === LaunchType.Ec2);
}
