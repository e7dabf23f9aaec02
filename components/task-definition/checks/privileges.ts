import { neuronRtdCapabilities } from "../../../contract";
import { quote, type Problems } from "../../validation/problems";
import { knownAt, taskContainers, given, type Task } from "../task";

const [systemAdministration] = neuronRtdCapabilities;

/** Only the daemon sets the chips up, and drops its capabilities; no other container may take the instance over. */
export function checkPrivileges(task: Task, problems: Problems): void {
    for (const { path, value } of task.runtime === "neuron-rtd" ? taskContainers(task) : []) {
        const capabilities = given(given(value.linuxParameters)?.capabilities);
        for (const { path: where, value: name } of knownAt(
            `${path}.linuxParameters.capabilities.add`,
            capabilities?.add,
        )) {
            if (name === systemAdministration || name === "ALL") {
                problems.add(where, `is ${quote(name)}, which only the daemon may have; leave it out`);
            }
        }
    }
}
