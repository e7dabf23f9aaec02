import { neuronInstances, Runtime, runtimeFacts, type NeuronInstanceType } from "../../contract";
import { Undecided } from "../../ecs/known";
import { containersOf } from "../../ecs/task/containers";
import { isInferenceTask } from "../../ecs/task/inference-task";
import { readTaskDefinition } from "../../ecs/task/read-task-definition";
import { rolesOf } from "../../ecs/task/roles";
import { runtimeOf } from "../../ecs/task/runtime";
import type { Path } from "../../ecs/path";
import { isSidecar } from "../../ecs/task/sidecar";
import type { TaskDefinition } from "../../ecs/task/task-definition";
import { edited } from "../fixes/apply";
import type { Edit, Fix } from "../fixes/fix";
import { Spelling } from "../fixes/spelling";
import { label } from "../phrasing/names";
import { propertyText, undecidedText } from "../phrasing/property-text";
import { sources } from "../rules/sources";
import { leftInCommands } from "./commands";
import { refuseSharedCores } from "./cores";
import { removeDaemon } from "./daemon";
import { devicesOf, mapDevices } from "./devices";
import { changeImages } from "./images";
import { placeTask, runsOnInstances } from "./placement";
import { tellPrivileges } from "./privileges";
import { removeSocketVolume } from "./socket";
import { inOrder, NotMigrated, type ManualStep, type MigrationContext, type Step } from "./step";
import { changeVariables } from "./variables";

/** What a migration comes to. */
export type Migration =
    /** Nothing is to be done, and why: `is set up for the runtime library already`. */
    | { readonly kind: "none"; readonly reason: string }
    /** Nothing is changed, because something is not certain, and what to do about it. */
    | { readonly kind: "left"; readonly reason: string }
    | {
          readonly kind: "migrated";
          readonly definition: object;
          readonly changes: readonly Fix[];
          /** The edits of all changes, in the order in which they are made. */
          readonly edits: readonly Edit[];
          readonly checklist: readonly ManualStep[];
      };

/**
 * Migrates a task definition from the daemon of Runtime 1.x to the library of Runtime 2.x. Nothing is changed that is
 * not certain; what a person must do stands in the checklist.
 *
 * @param definition in whatever form {@link readTaskDefinition} reads
 * @param type the instance type on which the task shall run; undefined for the one that it has
 *
 * Sources: AWS Neuron documentation, "Introducing Neuron Runtime 2.x (libnrt.so)", Migrate your application; Amazon ECS
 * Developer Guide, "Amazon ECS task definitions for AWS Neuron machine learning workloads".
 */
export function migrateToLibnrt(definition: object, type?: NeuronInstanceType): Migration {
    try {
        const task = readTaskDefinition(definition);
        return whyNone(task) ?? migrated(definition, contextOf(definition, task, type));
    } catch (error) {
        if (error instanceof Undecided) {
            return { kind: "left", reason: `${error.values.map(undecidedText).join(", ")} is not known` };
        }
        if (error instanceof NotMigrated) {
            return { kind: "left", reason: error.message };
        }
        throw error;
    }
}

function whyNone(task: TaskDefinition): Migration | undefined {
    const [problem] = task.problems;
    if (problem !== undefined) {
        throw new NotMigrated(`${propertyText(problem)} ${problem.reason}`);
    }
    if (isInferenceTask(task) === false) {
        return { kind: "none", reason: "it runs no model on Inferentia or Trainium" };
    }
    switch (runtimeOf(task)) {
        case Runtime.Libnrt:
            return { kind: "none", reason: "it is set up for the runtime library already" };
        case Runtime.Managed:
            return { kind: "none", reason: "ECS assigns its devices already" };
        case "unclear":
            throw new NotMigrated("nothing in it says for which runtime it is set up");
        default:
            return undefined;
    }
}

/** @throws Undecided, NotMigrated */
function contextOf(definition: object, task: TaskDefinition, type: NeuronInstanceType | undefined): MigrationContext {
    if (!runsOnInstances(task)) {
        throw new NotMigrated("it requires a launch type on which no devices can be mapped: require EC2 first");
    }
    const { sidecars, models, perhapsModels, perhapsSidecars } = rolesOf(task);
    const [sidecar, second] = sidecars;
    const [unknown] = [...perhapsSidecars, ...perhapsModels.map((path) => ({ path }))];
    if (sidecar === undefined) {
        throw new NotMigrated("it has no container of the daemon, and nothing tells which devices that serves");
    }
    if (second !== undefined) {
        throw new NotMigrated(
            `${sidecars.map(label).join(" and ")} are daemons: nothing tells which model takes whose devices`,
        );
    }
    if (isSidecar(sidecar) !== true) {
        throw new NotMigrated(
            `${label(sidecar)} only behaves as the daemon: give it the Docker label ecs-inferentia.role "daemon" first`,
        );
    }
    if (unknown !== undefined && models.length === 0) {
        throw new Undecided(unknown);
    }
    if (models.length === 0) {
        throw new NotMigrated("no container of it is known to serve the model");
    }
    return {
        task,
        sidecar,
        models,
        remaining: containersOf(task).filter((container) => container !== sidecar),
        type,
        chip: type === undefined ? "Inferentia" : neuronInstances[type].chip,
        devices: devicesOf(task, sidecar, type),
        written: (path) => writtenIn(definition, path),
    };
}

function migrated(definition: object, context: MigrationContext): Migration {
    refuseSharedCores(context);
    const steps: readonly Step[] = [
        ...removeDaemon(context),
        ...changeVariables(context),
        ...removeSocketVolume(context),
        ...leftInCommands(context),
        ...mapDevices(context),
        ...tellPrivileges(context),
        ...placeTask(context),
        ...changeImages(context),
        ...afterwards(context),
    ];
    const changes = steps.filter((step): step is Fix => "edits" in step);
    const edits = inOrder(changes.flatMap((change) => change.edits));
    return {
        kind: "migrated",
        definition: edits.reduce<object>((before, edit) => edited(before, edit), definition),
        changes,
        edits,
        checklist: steps.filter((step): step is ManualStep => "text" in step),
    };
}

/** What no definition shows. */
function* afterwards({ type, models }: MigrationContext): Iterable<ManualStep> {
    const programs = models.map(label).join(" and ");
    yield {
        text:
            `take out of the program of ${programs} what speaks with neuron-rtd itself, by gRPC or neuron-cli, and ` +
            "let only one process use a core",
        sources: [sources.runtime2],
    };
    yield {
        text:
            `launch the instances${type === undefined ? "" : `, of ${type},`} from an AMI whose driver the library ` +
            `takes: ${runtimeFacts.libnrt.amiParameter}`,
        sources: [sources.optimizedAmis, sources.runtime2],
    };
}

/** What stands in a definition at a path of something that was read of it, in whatever spelling. */
function writtenIn(definition: object, path: Path): unknown {
    return path.reduce<unknown>((holder, step) => {
        const node = (typeof holder === "string" ? JSON.parse(holder) : holder) as Record<string | number, unknown>;
        return node[typeof step === "string" ? Spelling.camelCase.keyIn(node, step) : step];
    }, definition);
}
