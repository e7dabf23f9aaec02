import { label } from "../phrasing/names";
import { neuronRtdStartConditions } from "../../contract";
import { known } from "../../ecs/known";
import { neuronRtdStartsFirst } from "../rules/neuron-rtd-starts-first";
import type { Fix } from "./proposal";

const [condition] = neuronRtdStartConditions;

export const fixStartsFirst: Fix = {
    rule: neuronRtdStartsFirst,
    *perModel(model, context) {
        const path = [...model.path, "dependsOn"];
        const containerName = known(context.sidecar.name, context.sidecar.path, "name");
        const dependencies = known(model.dependsOn, model.path, "dependsOn");
        const at = dependencies.findIndex((dependency) => dependency.containerName === containerName);
        yield at === -1
            ? {
                  edits: [{ path, value: { containerName, condition }, append: true }],
                  note: `${label(model)} now depends on ${label(context.sidecar)} with condition ${condition}`,
              }
            : {
                  edits: [{ path: [...path, at, "condition"], value: condition }],
                  note: `${label(model)} now waits for ${label(context.sidecar)} with condition ${condition}`,
              };
    },
};
