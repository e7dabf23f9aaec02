import { neuronRtdName } from "../../contract";
import { imageName } from "../../contract/image";
import { Runtime, type RuleOptions } from "../configuration/options";
import { matchesPattern } from "../configuration/pattern";
import { known, Undecided } from "../known";
import type { Roles } from "../task/roles";
import { label, quoted, type Container } from "../task/task-definition";
import { libnrtProblems, usesLibnrt } from "./libnrt-task";
import type { TaskRule, Violation } from "./rule";
import { sources } from "./sources";

export const neuronRtdSidecar: TaskRule = {
    name: "neuron-rtd-sidecar",
    summary:
        `An inference task definition has exactly one essential ${neuronRtdName} sidecar, and a model container ` +
        "beside it.",
    severity: "critical",
    level: "mandatory",
    options: ["runtimes", "allowedSidecarImages"],
    why:
        "The Neuron runtime daemon drives the Inferentia chips for the model containers. Without it a model " +
        "container starts a daemon of its own or serves on the CPU; two daemons compete for the devices; and a task " +
        "that outlives its daemon answers nothing.",
    fix:
        `Add one container named ${neuronRtdName} that runs the daemon, leave "essential" out or set it to true, and ` +
        "keep the model in a container of its own.",
    sources: [sources.inferenceGuide],
    *perTask(task, roles, { runtimes }) {
        if (!runtimes.includes(Runtime.NeuronRtd)) {
            yield* libnrtProblems(task, roles);
        } else if (roles.sidecars.length > 0 || !runtimes.includes(Runtime.Libnrt) || !usesLibnrt(task)) {
            yield* sidecarProblems(roles);
        }
    },
    *perSidecar(sidecar, _task, options) {
        if (!options.runtimes.includes(Runtime.NeuronRtd)) {
            return;
        }
        const path = `${sidecar.path}.essential`;
        if (!known(sidecar.essential, path)) {
            yield {
                path,
                message:
                    `${label(sidecar)} has essential false, but the task must end with its sidecar: set essential to ` +
                    "true, or leave it out",
            };
        }
        yield* imageProblems(sidecar, options);
    },
};

function* sidecarProblems({ sidecars, models, perhapsSidecars, perhapsModels }: Roles): Iterable<Violation> {
    const [first, ...more] = sidecars;
    if (first === undefined) {
        yield {
            path: "containerDefinitions",
            message:
                `no container is a ${neuronRtdName} sidecar; exactly one is required: add a container named ` +
                `${neuronRtdName} with the ${neuronRtdName} image`,
        };
        return;
    }
    for (const sidecar of more) {
        yield {
            path: sidecar.path,
            message:
                `${label(sidecar)} is a ${neuronRtdName} sidecar too, besides ${label(first)}; exactly one is ` +
                "required, because they compete for the devices: remove one",
        };
    }
    if (models.length === 0 && perhapsModels.length === 0) {
        yield {
            path: "containerDefinitions",
            message:
                `no model container stands beside the sidecar, ${label(first)}; at least one is required: add the ` +
                "container that serves the model",
        };
    }
    const [open] = [...perhapsSidecars, ...(models.length === 0 ? perhapsModels : [])];
    if (open !== undefined) {
        throw new Undecided(open);
    }
}

function* imageProblems(sidecar: Container, { allowedSidecarImages: allowed }: RuleOptions): Iterable<Violation> {
    if (allowed === undefined) {
        return;
    }
    const path = `${sidecar.path}.image`;
    const repository = imageName(known(sidecar.image, path));
    if (!allowed.some((pattern) => matchesPattern(pattern, repository))) {
        yield {
            path,
            message:
                `${label(sidecar)} has an image of ${quoted(repository)}, but it must come from ` +
                `${allowed.join(" or ")}: use an image from there`,
        };
    }
}
