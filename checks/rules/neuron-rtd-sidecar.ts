import { label, quoted } from "../phrasing/names";
import { neuronEnvironment, neuronRtdName, Runtime } from "../../contract";
import { imageName } from "../../contract/image";
import { type RuleOptions } from "../configuration/options";
import { matchesPattern } from "../configuration/pattern";
import { known, Undecided } from "../../ecs/known";
import { containersOf } from "../../ecs/task/containers";
import { isPrivileged } from "../../ecs/task/reach";
import { labelledPart, labelOf, parts, roleLabel } from "../../ecs/task/role-label";
import { evidenceOf, runtimeOf, type TaskRuntime } from "../../ecs/task/runtime";
import type { Container, TaskDefinition } from "../../ecs/task/task-definition";
import type { Rule, TaskOptions, Violation } from "./rule";
import { sources } from "./sources";
import { nothingSays, placedWithoutChips } from "./placed-without-chips";
import { adviceFor, canRun, typesOf } from "./runtime-advice";

export const neuronRtdSidecar: Rule = {
    name: "neuron-rtd-sidecar",
    summary:
        `An inference task that uses no other Neuron runtime has exactly one essential ${neuronRtdName} sidecar, and ` +
        "a model container beside it.",
    severity: "critical",
    level: "mandatory",
    options: ["runtimes", "allowedSidecarImages"],
    why:
        "With Runtime 1.x the daemon drives the Inferentia chips for the model containers. Without it a model " +
        "container starts a daemon of its own or serves on the CPU; two daemons compete for the devices; and " +
        "a task that outlives its daemon answers nothing. A task that maps the devices itself (libnrt), or " +
        "lets ECS assign them (managed), needs no sidecar.",
    fix:
        `Add one container named ${neuronRtdName} that runs the daemon, leave "essential" out or set it to true, and ` +
        `keep the model in a container of its own. A container that runs no model says so with the Docker label ` +
        `${roleLabel}: other.`,
    sources: [sources.inferenceGuide],
    *perDefinition(task, options) {
        const runtime = runtimeOf(task);
        if (runtime !== "unclear") {
            yield* notAccepted(task, runtime, options);
        } else if (!isPrivileged(task)) {
            yield {
                path: ["containerDefinitions"],
                subject: "no container",
                problem: nothingSays,
                remedy: adviceFor(task, options),
            };
        }
        for (const container of containersOf(task)) {
            const given = labelOf(container);
            if (given !== undefined && labelledPart(container) === undefined) {
                yield {
                    path: [...container.path, "dockerLabels"],
                    subject: label(container),
                    problem: `has the label ${roleLabel} ${quoted(given)}`,
                    requirement: `it must be one of ${parts.join(", ")}`,
                    remedy: "correct it, or leave it out",
                };
            }
        }
    },
    *perTask(task, { sidecars, models, candidates, perhapsSidecars, perhapsModels }, options) {
        const [first, ...more] = sidecars;
        const types = typesOf(task, options);
        if (first === undefined && !canRun(Runtime.NeuronRtd, types)) {
            yield {
                path: ["containerDefinitions"],
                subject: "the task",
                given: `has ${neuronEnvironment.rtdAddress}, for the runtime ${Runtime.NeuronRtd}`,
                problem:
                    `${types?.join(", ")} needs the runtime ${Runtime.Libnrt}, as ${neuronRtdName} drives Inf1 ` +
                    "only",
                remedy: "remove the variable, and map the devices in the model container",
            };
            return;
        }
        if (first === undefined) {
            yield {
                path: ["containerDefinitions"],
                subject: "no container",
                problem: `is a ${neuronRtdName} sidecar`,
                requirement: "exactly one is required",
                remedy:
                    `add a container named ${neuronRtdName} with the ${neuronRtdName} image, on Inf1; elsewhere ` +
                    `remove ${neuronEnvironment.rtdAddress} and map the devices in the model container`,
            };
            return;
        }
        for (const sidecar of more) {
            yield {
                path: sidecar.path,
                subject: label(sidecar),
                problem: `is a ${neuronRtdName} sidecar too, besides ${label(first)}`,
                requirement: "exactly one is required, because they compete for the devices",
                remedy: "remove one",
            };
        }
        if (candidates.length > 0) {
            yield noneServes(candidates, first);
        } else if (models.length === 0 && perhapsModels.length === 0) {
            yield {
                path: ["containerDefinitions"],
                subject: "no model container",
                problem: `stands beside the sidecar, ${label(first)}`,
                requirement: "at least one is required",
                remedy: "add the container that serves the model",
            };
        }
        const perhaps = models.length === 0 ? perhapsModels.map((path) => ({ path })) : [];
        const [unknown] = [...perhapsSidecars, ...perhaps];
        if (unknown !== undefined) {
            throw new Undecided(unknown);
        }
    },
    perStarter: placedWithoutChips,
    *perSidecar(sidecar, _task, options) {
        const path = [...sidecar.path, "essential"];
        if (!known(sidecar.essential, path)) {
            yield {
                path,
                subject: label(sidecar),
                given: "has essential false",
                problem: "the task must end with its sidecar",
                remedy: "set essential to true, or leave it out",
            };
        }
        yield* imageProblems(sidecar, options);
    },
};

/** Of a task that means one runtime; another rule refuses one that means several. */
function* notAccepted(task: TaskDefinition, runtime: TaskRuntime, options: TaskOptions): Iterable<Violation> {
    const { runtimes } = options;
    const evidence = evidenceOf(task).evidence.filter(
        (one) => one.runtime === runtime && !runtimes.includes(one.runtime),
    );
    // The daemon's own container says it best.
    const one = evidence.find(({ container, property }) => property.path === container.path) ?? evidence[0];
    if (one !== undefined) {
        const only = `only ${runtimes.join(" and ")} ${runtimes.length === 1 ? "is" : "are"}`;
        yield {
            ...one.property,
            subject: label(one.container),
            given: `${one.words}, for the runtime ${runtime}`,
            problem: `${only} accepted here`,
            remedy: adviceFor(task, options),
        };
    }
}

/** Each of them would be wrong as the model container: none has anything of the daemon's. */
function noneServes(candidates: readonly Container[], sidecar: Container): Violation {
    const names = candidates.map(label).join(", ");
    return {
        path: ["containerDefinitions"],
        subject: `none of ${names}`,
        problem: `takes part in what the sidecar, ${label(sidecar)}, offers, so that none can serve a model`,
        requirement: "at least one must",
        remedy:
            "give it the dependency, the volume and the address, or say which it is with the Docker label " + roleLabel,
    };
}

function* imageProblems(sidecar: Container, { allowedSidecarImages: allowed }: RuleOptions): Iterable<Violation> {
    if (allowed === undefined) {
        return;
    }
    const path = [...sidecar.path, "image"];
    const repository = imageName(known(sidecar.image, path));
    if (!allowed.some((pattern) => matchesPattern(pattern, repository))) {
        yield {
            path,
            subject: label(sidecar),
            given: `has an image of ${quoted(repository)}`,
            problem: `it must come from ${allowed.join(" or ")}`,
            remedy: "use an image from there",
        };
    }
}
