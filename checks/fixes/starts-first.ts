import { label } from "../phrasing/names";
import { neuronRtdStartConditions } from "../../contract";
import { known } from "../../ecs/known";
import type { Container } from "../../ecs/task/task-definition";
import type { Fix, FixContext } from "./fix";

const [condition] = neuronRtdStartConditions;

/** Has the model container wait for the sidecar. @throws Undecided */
export function fixStartsFirst(model: Container, { sidecar }: Pick<FixContext, "sidecar">): Fix {
    const path = [...model.path, "dependsOn"];
    const containerName = known(sidecar.name, sidecar.path, "name");
    const dependencies = known(model.dependsOn, model.path, "dependsOn");
    const at = dependencies.findIndex((dependency) => dependency.containerName === containerName);
    return at === -1
        ? {
              edits: [{ path, value: { containerName, condition }, append: true }],
              note: `${label(model)} now depends on ${label(sidecar)} with condition ${condition}`,
          }
        : {
              edits: [{ path: [...path, at, "condition"], value: condition }],
              note: `${label(model)} now waits for ${label(sidecar)} with condition ${condition}`,
          };
}
