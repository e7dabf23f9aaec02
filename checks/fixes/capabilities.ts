import { label } from "../phrasing/names";
import { neuronRtdCapabilities as required } from "../../contract";
import { known } from "../../ecs/known";
import { neuronRtdCapabilities } from "../rules/neuron-rtd-capabilities";
import type { Fix } from "./proposal";

export const fixCapabilities: Fix = {
    rule: neuronRtdCapabilities,
    *perSidecar(context) {
        const { sidecar } = context;
        const capabilities = [...sidecar.path, "linuxParameters", "capabilities"];
        const path = [...capabilities, "add"];
        const added = known(sidecar.addedCapabilities, sidecar.path, "linuxParameters", "capabilities", "add");
        const missing = required.filter((capability) => !added.includes(capability));
        if (missing.length === 0) {
            return;
        }
        yield {
            edits: [
                ...missing.map((value) => ({ path, value, append: true })),
                // ECS stores both lists, and where one is left out, the AWS provider replaces the definition each time.
                ...(sidecar.hasDropList === false ? [{ path: [...capabilities, "drop"], value: [] }] : []),
            ],
            note: `${label(sidecar)} now adds ${missing.join(" and ")}`,
        };
    },
};
