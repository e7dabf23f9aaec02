import { UNKNOWN } from "../../../checks/known";
import { leaves, second, specify } from "../right-task";

specify("neuron-rtd-capabilities", [
    [
        "knows enough where both stand beside one that is not known",
        { daemon: { linuxParameters: { capabilities: { add: ["SYS_ADMIN", "IPC_LOCK", UNKNOWN] } } } },
        leaves(`neuron-rtd-least-privilege: ${second}.linuxParameters.capabilities.add`),
    ],
]);
