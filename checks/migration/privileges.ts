import { neuronRtdCapabilities } from "../../contract";
import { known } from "../../ecs/known";
import { label } from "../phrasing/names";
import { sources } from "../rules/sources";
import type { ManualStep, MigrationContext } from "./step";

const [systemAdministration] = neuronRtdCapabilities;

/** More than the library needs stays: whether it was for the daemon alone, nothing tells. @throws Undecided */
export function* tellPrivileges({ models }: MigrationContext): Iterable<ManualStep> {
    for (const model of models) {
        const added = known(model.addedCapabilities, [...model.path, "linuxParameters", "capabilities", "add"]);
        const more = [
            ...(model.privileged === true ? ["privileged"] : []),
            ...added.filter((capability) => capability === systemAdministration || capability === "ALL"),
        ];
        if (more.length > 0) {
            yield {
                text:
                    `take ${more.join(" and ")} from ${label(model)}, if it was for the daemon: AWS's task ` +
                    "definition for the library maps devices and adds IPC_LOCK, no more",
                sources: [sources.neuronTaskDefinition, sources.containerSecurity],
            };
        }
    }
}
