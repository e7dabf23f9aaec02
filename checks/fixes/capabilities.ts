import { label } from "../phrasing/names";
import { neuronRtdCapabilities } from "../../contract";
import { known } from "../../ecs/known";
import type { Fix, FixContext } from "./fix";

/** Adds the capabilities that the sidecar lacks. @throws Undecided */
export function fixCapabilities({ sidecar }: Pick<FixContext, "sidecar">): Fix {
    const capabilities = [...sidecar.path, "linuxParameters", "capabilities"];
    const path = [...capabilities, "add"];
    const added = known(sidecar.addedCapabilities, sidecar.path, "linuxParameters", "capabilities", "add");
    const missing = neuronRtdCapabilities.filter((capability) => !added.includes(capability));
    return {
        edits: [
            ...missing.map((value) => ({ path, value, append: true })),
            // ECS stores both lists, and where one is left out, the AWS provider replaces the definition each time.
            ...(sidecar.hasDropList === false ? [{ path: [...capabilities, "drop"], value: [] }] : []),
        ],
        note: `${label(sidecar)} now adds ${missing.join(" and ")}`,
    };
}
