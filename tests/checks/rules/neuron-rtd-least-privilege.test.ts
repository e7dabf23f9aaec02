import assert from "node:assert/strict";
import { UNKNOWN } from "../../../ecs/known";
import { found } from "../own-sidecar";
import { awaiting, first, leaves, nothing, specify } from "../right-task";

specify("neuron-rtd-least-privilege", [
    [
        "knows a capability by the kernel's prefix only at its start",
        { model: { linuxParameters: { capabilities: { add: ["SYS_CAP_ADMIN"] } } } },
        nothing,
    ],
    [
        "knows nothing of a flag that is not known",
        { model: { privileged: UNKNOWN } },
        leaves(`neuron-rtd-least-privilege: ${first}.privileged`),
    ],
    [
        "accepts the capability in a daemon that only its behaviour tells",
        { model: awaiting("own"), daemon: { name: "own", image: "own:1", entryPoint: ["/run"], command: [] } },
        nothing,
    ],
]);

describe("A capability", () => {
    for (const spelling of ["SYS_ADMIN", "sys_admin", "CAP_SYS_ADMIN"]) {
        it(`is refused to the model container as ${spelling}`, () => {
            assert.deepStrictEqual(
                found((model) => void (model["linuxParameters"] = { capabilities: { add: [spelling] } })),
                [
                    "neuron-rtd-least-privilege: containerDefinitions[0].linuxParameters.capabilities.add: " +
                        'container "bert" adds SYS_ADMIN, which only the neuron-rtd sidecar needs: remove it',
                ],
            );
        });
    }
});
