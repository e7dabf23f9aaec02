import assert from "node:assert/strict";
import { UNKNOWN } from "../../../ecs/known";
import { migrated, rebuild } from "./migrated-task";

describe("The privileges of a migrated task's model", () => {
    const capabilities = (...add: unknown[]) => ({ linuxParameters: { capabilities: { add } } });
    const take = (what: string) =>
        `take ${what} from container "bert", if it was for the daemon: AWS's task definition for the library maps ` +
        "devices and adds IPC_LOCK, no more";
    const cases: [what: string, model: object, first: string][] = [
        ["SYS_ADMIN", capabilities("SYS_ADMIN", "SYS_NICE"), take("SYS_ADMIN")],
        ["all capabilities", capabilities("ALL"), take("ALL")],
        [
            "privileged mode, and SYS_ADMIN",
            { ...capabilities("SYS_ADMIN"), privileged: true },
            take("privileged and SYS_ADMIN"),
        ],
        ["nothing where it has no more than it needs", capabilities("IPC_LOCK", "SYS_NICE"), rebuild],
        ["nothing where that is not known", { ...capabilities(UNKNOWN), privileged: UNKNOWN }, rebuild],
    ];
    for (const [what, model, first] of cases) {
        it(`are said to be for the daemon, perhaps, and stay: ${what}`, () => {
            const { definition, checklist } = migrated({ model });
            const [bert] = definition.containerDefinitions;
            assert.equal(checklist[0], first);
            assert.deepStrictEqual(bert?.["privileged"], (model as { privileged?: unknown }).privileged);
            const before = (model as ReturnType<typeof capabilities>).linuxParameters.capabilities.add;
            const { capabilities: after } = bert?.["linuxParameters"] as ReturnType<
                typeof capabilities
            >["linuxParameters"];
            assert.deepStrictEqual(after.add, [...new Set([...before, "IPC_LOCK"])]);
        });
    }
});
