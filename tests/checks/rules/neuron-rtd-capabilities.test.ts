import { UNKNOWN } from "../../../ecs/known";
import { leaves, nothing, second, specify, violates } from "../right-task";

const adding = (...add: unknown[]) => ({ daemon: { linuxParameters: { capabilities: { add } } } });
const added = `${second}.linuxParameters.capabilities.add`;

specify("neuron-rtd-capabilities", [
    [
        "knows enough where both stand beside one that is not known",
        adding("SYS_ADMIN", "IPC_LOCK", UNKNOWN),
        leaves(`neuron-rtd-least-privilege: ${added}`),
    ],
    [
        "does not know whether one that is not known is the one that is missing",
        adding("SYS_ADMIN", UNKNOWN),
        leaves(`neuron-rtd-capabilities: ${added}`, `neuron-rtd-least-privilege: ${added}`),
    ],
    ...["root", "root:root", "root:1000", "0", "0:0", "00", ""].map(
        (user) => [`accepts the user "${user}", who is root`, { daemon: { user } }, nothing] as const,
    ),
    ...["nobody", "1000", "1000:0", "1000:root", "10", "rootless", "toor", "not-root"].map(
        (user) =>
            [
                `refuses the user "${user}", who is not root`,
                { daemon: { user } },
                violates(
                    `neuron-rtd-capabilities: ${second}.user: container "neuron-rtd" runs as another user than root, ` +
                        "in whose processes added capabilities have no effect; the daemon needs SYS_ADMIN and " +
                        "IPC_LOCK: leave user out, or set it to root",
                ),
            ] as const,
    ),
]);
