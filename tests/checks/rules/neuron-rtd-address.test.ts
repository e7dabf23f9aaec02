import assert from "node:assert/strict";
import { UNKNOWN } from "../../../ecs/known";
import { found } from "../own-sidecar";
import { address, first, leaves, mount, nothing, specify, variable, violates } from "../right-task";

const noAddress = `neuron-rtd-address: ${first}.environment.NEURON_RTD_ADDRESS: container "bert"`;
const tcp =
    "which is a TCP address; it must name a Unix socket on a volume that the containers share, as unix: and an " +
    `absolute path: set it to "${address}"`;
specify("neuron-rtd-address", [
    ["accepts an address where the sidecar does not say its own", { daemon: { command: [] } }, nothing],
    [
        "accepts an address beside a variable whose name is not known",
        { model: { environment: [variable("NEURON_RTD_ADDRESS", address), { name: UNKNOWN, value: "1" }] } },
        nothing,
    ],
    [
        "knows nothing of an address that is not known",
        { model: { environment: [variable("NEURON_RTD_ADDRESS", UNKNOWN)] } },
        leaves(
            `neuron-rtd-shared-volume: ${first}.environment.NEURON_RTD_ADDRESS`,
            `neuron-rtd-address: ${first}.environment.NEURON_RTD_ADDRESS`,
        ),
    ],
    ...[
        ["a secret", { secrets: [{ name: "NEURON_RTD_ADDRESS", valueFrom: "arn" }] }, "secrets"],
        ["a secret whose name is not known", { secrets: [{ name: UNKNOWN, valueFrom: "arn" }] }, "secrets"],
        ["secrets that are not known", { secrets: UNKNOWN }, "secrets"],
        ["a file", { environmentFiles: [{ value: "arn", type: "s3" }] }, "environmentFiles"],
        ["files that are not known", { environmentFiles: UNKNOWN }, "environmentFiles"],
    ].map(
        ([what, from, key]) =>
            [
                `knows nothing of an address that may come from ${what as string}`,
                { model: { environment: [], ...(from as object) } },
                leaves(
                    `neuron-rtd-shared-volume: ${first}.${key as string}`,
                    `neuron-rtd-address: ${first}.${key as string}`,
                ),
            ] as const,
    ),
    [
        "takes the environment's value where a file may have the variable too",
        {
            model: {
                environment: [variable("NEURON_RTD_ADDRESS", "localhost:1")],
                environmentFiles: [{ value: "arn", type: "s3" }],
            },
        },
        violates(`${noAddress} has NEURON_RTD_ADDRESS "localhost:1", ${tcp}`),
    ],
    [
        "is not about a secret of another name",
        { model: { environment: [], secrets: [{ name: "TOKEN", valueFrom: "arn" }] } },
        violates(
            `${noAddress} has no NEURON_RTD_ADDRESS in its environment; it must name the socket of the sidecar, ` +
                `container "neuron-rtd": set it to "${address}"`,
        ),
    ],
    [
        "refuses a daemon that listens on TCP, and says so once",
        { daemon: { command: ["neuron-rtd -g 0.0.0.0:7000"] } },
        violates(
            `${noAddress} has NEURON_RTD_ADDRESS "${address}", but container "neuron-rtd" listens on the TCP address ` +
                '"0.0.0.0:7000"; both must name one Unix socket on a volume that they share: start the daemon with ' +
                `-g "${address}"`,
        ),
    ],
    [
        "asks for the sidecar's socket where the sidecar does not say it",
        { model: { environment: [] }, daemon: { command: [] } },
        violates(
            `${noAddress} has no NEURON_RTD_ADDRESS in its environment; it must name the socket of the sidecar, ` +
                `container "neuron-rtd": set it to the sidecar's socket`,
        ),
    ],
    [
        "asks for the sidecar's socket where the sidecar listens on TCP",
        { model: { environment: [] }, daemon: { command: ["neuron-rtd -g 0.0.0.0:7000"] } },
        violates(
            `${noAddress} has no NEURON_RTD_ADDRESS in its environment; it must name the socket of the sidecar, ` +
                `container "neuron-rtd": set it to the sidecar's socket`,
        ),
    ],
    [
        "refuses a daemon that listens on what is no address of a socket",
        { daemon: { command: ["neuron-rtd -g /sock/neuron-rtd.sock"] } },
        violates(
            `${noAddress} has NEURON_RTD_ADDRESS "${address}", but container "neuron-rtd" listens on ` +
                '"/sock/neuron-rtd.sock"; both must name one Unix socket on a volume that they share: start the daemon ' +
                `with -g "${address}"`,
        ),
    ],
    [
        "refuses another path on another volume",
        {
            model: {
                environment: [variable("NEURON_RTD_ADDRESS", "unix:/x/neuron-rtd.sock")],
                mountPoints: [mount("data", "/x"), mount("sock", "/sock")],
            },
        },
        violates(
            `neuron-rtd-shared-volume: ${first}.mountPoints: container "bert" has volume "data" where the socket ` +
                'should be, but container "neuron-rtd" puts it on volume "sock"; both must mount the same volume: ' +
                'mount "sock"',
            `${noAddress} has NEURON_RTD_ADDRESS "unix:/x/neuron-rtd.sock", but container "neuron-rtd" listens on ` +
                `"${address}"; both must name one socket: set it to "${address}"`,
        ),
    ],
    [
        "refuses another path that lies on no volume",
        { model: { environment: [variable("NEURON_RTD_ADDRESS", "unix:/x/neuron-rtd.sock")] } },
        violates(
            `neuron-rtd-shared-volume: ${first}.mountPoints: container "bert" mounts no declared task volume above ` +
                'its socket "unix:/x/neuron-rtd.sock"; the sidecar and the model container must share one there: ' +
                "declare it in volumes, and mount it in both",
            `${noAddress} has NEURON_RTD_ADDRESS "unix:/x/neuron-rtd.sock", but container "neuron-rtd" listens on ` +
                `"${address}"; both must name one socket: set it to "${address}"`,
        ),
    ],
]);

describe("A socket", () => {
    it("is another file where the volume is mounted elsewhere", () => {
        assert.deepStrictEqual(
            found((model) => void Object.assign(model.mountPoints[0] ?? {}, { containerPath: "/" })),
            [
                'neuron-rtd-address: containerDefinitions[0].environment.NEURON_RTD_ADDRESS: container "bert" has ' +
                    `NEURON_RTD_ADDRESS "${address}", but mounts the volume at another path than container "runtime", so ` +
                    "that this is another file there; both must name one socket: mount it at the same path",
            ],
        );
    });
});
