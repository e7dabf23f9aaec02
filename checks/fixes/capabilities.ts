import { neuronRtdCapabilities as required } from "../../contract";
import { known } from "../known";
import { neuronRtdCapabilities } from "../rules/neuron-rtd-capabilities";
import { label } from "../task/task-definition";
import { pathOf, type Fix } from "./proposal";

export const fixCapabilities: Fix = {
    rule: neuronRtdCapabilities,
    *perSidecar(context) {
        const { sidecar } = context;
        const path = [...pathOf(sidecar, context), "linuxParameters", "capabilities", "add"];
        const added = known(sidecar.addedCapabilities, path.join("."));
        const missing = required.filter((capability) => !added.includes(capability));
        if (missing.length === 0) {
            return;
        }
        yield {
            edits: missing.map((value) => ({ path, value, append: true })),
            note: `${label(sidecar)} now adds ${missing.join(" and ")}`,
        };
    },
};
