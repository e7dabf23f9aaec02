import { neuronEnvironment, type NeuronRuntime } from "../../../contract";
import { quote, type Problems } from "../../validation/problems";
import { knownAt, given, type At, type Settings, type Task } from "../task";

type Owned = Readonly<Record<string, string>>;

const { rtdAddress, visibleDevices, visibleCores, numCores } = neuronEnvironment;
const ofLibnrt = "it is libnrt's, which this task does not use; leave it out, or give runtime libnrt";

/** The variables that say how a model container finds its devices, and why it must not be given them. */
const ownedByModels: Readonly<Record<NeuronRuntime, Owned>> = {
    "neuron-rtd": {
        [rtdAddress]: "the component sets it, from neuronRtd.socket; leave it out",
        [visibleDevices]: "it belongs to the daemon; give the task's visibleDevices",
        [visibleCores]: ofLibnrt,
        [numCores]: ofLibnrt,
    },
    libnrt: {
        [rtdAddress]: "libnrt has no daemon to be found; leave it out, or give runtime neuron-rtd",
        [visibleDevices]: "with libnrt containers map their devices; give visibleDevices",
    },
};

const setByCores = "the component sets it where cores or numCores is given; leave one of the two out";

/** The variables that the component sets in a container that takes some of the cores. */
const ownedByCores: Owned = { [visibleCores]: setByCores, [numCores]: setByCores };

const ownedByDaemon: Owned = {
    [rtdAddress]: "it belongs to the model containers, where the component sets it; leave it out",
    [visibleDevices]: "the component sets it; give the task's visibleDevices",
    [visibleCores]: ofLibnrt,
    [numCores]: ofLibnrt,
};

const ofModels = "a sidecar uses no Neuron device; a container that does stands in containers";

const ownedBySidecars: Owned = Object.fromEntries(
    [rtdAddress, visibleDevices, visibleCores, numCores].map((name) => [name, ofModels]),
);

/** The environment of each container: each variable once, and none of those that the component sets. */
export function checkEnvironment({ runtime, models, sidecars, daemon }: Task, problems: Problems): void {
    const known = given(runtime);
    const ofModelContainers = known === undefined ? {} : ownedByModels[known];
    for (const container of models) {
        const { cores, numCores: number } = container.value;
        const ofCores = cores === undefined && number === undefined ? {} : ownedByCores;
        checkVariables(container, { ...ofCores, ...ofModelContainers }, problems);
    }
    sidecars.forEach((container) => checkVariables(container, ownedBySidecars, problems));
    if (daemon !== undefined) {
        checkVariables(daemon, ownedByDaemon, problems);
    }
}

function checkVariables({ path, value }: At<Settings>, owned: Owned, problems: Problems): void {
    const names = new Set<string>();
    const variables = [
        ...knownAt(`${path}.environment`, value.environment),
        ...knownAt(`${path}.secrets`, value.secrets),
    ];
    for (const { path: where, value: variable } of variables) {
        const name = given(variable.name);
        const reason = name !== undefined && Object.hasOwn(owned, name) ? owned[name] : undefined;
        if (reason !== undefined) {
            problems.add(`${where}.name`, `is ${quote(name)}, which must not be given: ${reason}`);
        } else if (name !== undefined && names.has(name)) {
            problems.add(`${where}.name`, `is ${quote(name)}, which stands there already; give it once`);
        }
        names.add(name ?? "");
    }
}
