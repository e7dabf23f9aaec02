import { decided, UNKNOWN, whenKnown } from "../../../ecs/known";
import { knownItems } from "../../../ecs/render/stored";
import { containersOf } from "../../../ecs/task/containers";
import { coresOf, mappedDevices, missingCores, startAtZero } from "../../../ecs/task/cores";
import { deviceClashes, type SharedDevice, type TooManyCores } from "../../../ecs/task/device-clashes";
import type { KnownVariable } from "../../../ecs/task/environment";
import type { Container } from "../../../ecs/task/task-definition";
import { quote, type Problems } from "../../validation/problems";
import type { Task } from "../task";

/** With libnrt: the cores that each model container takes are there, and no other's. */
export function checkCores(task: Task, problems: Problems): void {
    const { args, models, instanceTypes, definition } = task;
    const types = instanceTypes === UNKNOWN ? undefined : instanceTypes;
    for (const { path, value } of models) {
        problems.exclusive(`${path}.numCores`, value.numCores, `${path}.cores`, value.cores);
    }
    // The arguments say which containers use the devices, whatever their images are.
    const isModel = ({ path }: Container) => Number(path[1]) < knownItems(args.containers).length;
    const containers = decided(() => containersOf(definition)).filter(isModel);
    for (const container of containers) {
        whenKnown(() => checkCoresOf(container, types, task, problems));
    }
    // One that takes more than there is takes too much together with others as well.
    const lacks = (container: Container) => whenKnown(() => missingCores(container, types)) !== undefined;
    for (const clash of decided(() => deviceClashes(definition, types, isModel))) {
        if (clash.kind === "device") {
            addSharedDevice(clash, task, problems);
        } else if (![clash.container, ...clash.others].some(lacks)) {
            addTooManyCores(clash, task, problems);
        }
    }
}

function checkCoresOf(
    container: Container,
    types: readonly string[] | undefined,
    task: Task,
    problems: Problems,
): void {
    const missing = missingCores(container, types);
    const devices = mappedDevices(container);
    const cores = coresOf(container);
    if (missing !== undefined) {
        const { available, setting } = missing;
        const { path, is } = given(container, setting, task);
        const holder =
            devices.length === 1 ? "the device that it maps has" : `the ${devices.length} devices that it maps have`;
        problems.add(
            path,
            `${is}, but ${holder} at most ${available} cores, 0 to ${available - 1}; name fewer, ` +
                "or give more visibleDevices",
        );
    } else if (cores?.indexes !== undefined && devices.length > 0 && !startAtZero(devices)) {
        const { path, is } = given(container, cores.setting, task);
        // What stands in an environment by hand is left to whoever wrote it.
        if (!path.endsWith(".cores")) {
            return;
        }
        problems.add(
            path,
            `${is}, but its visibleDevices are ${devices.join(",")}, and which core an index ` +
                `means is certain only where they start at 0; give numCores: ${cores.count}`,
        );
    }
}

function addSharedDevice({ container, other, device }: SharedDevice, task: Task, problems: Problems): void {
    const [own, others] = [coresOf(container), coresOf(other)];
    if (own !== undefined && others !== undefined) {
        const [{ path, is }, second] = [given(container, own.setting, task), given(other, others.setting, task)];
        problems.add(
            path,
            `${is}, but ${second.path} ${second.is}, and each core of device ${device} must be one container's; give ` +
                "other cores, or other visibleDevices",
        );
        return;
    }
    const [without, beside] = own === undefined ? [container, other] : [other, container];
    problems.add(
        `${task.argument.of(without.path)}.cores`,
        `is missing, but device ${device} is mapped by ${task.argument.of(beside.path)} too, and a container without ` +
            "cores takes all of its devices'; give each cores or numCores, or visibleDevices of its own",
    );
}

function addTooManyCores(clash: TooManyCores, task: Task, problems: Problems): void {
    const { container, others, setting, cores, devices, available } = clash;
    const names = others.map((one) => task.argument.of(one.path)).join(" and ");
    const holder = devices.length === 1 ? `device ${devices[0]} has` : `devices ${devices.join(",")} have`;
    const { path, is } = given(container, setting, task);
    problems.add(
        path,
        `${is}, which are ${cores} cores with those of ${names}, but ${holder} at most ${available}; give each ` +
            "fewer, or other visibleDevices",
    );
}

/** The argument that says which cores a container takes: its own, or a variable of its environment. */
function given({ path }: Container, setting: KnownVariable, { argument, models }: Task): { path: string; is: string } {
    const at = argument.of(path);
    const value = models.find((model) => model.path === at)?.value;
    const name = (["cores", "numCores"] as const).find((one) => value?.[one] !== undefined);
    return {
        path: name === undefined ? argument.of(setting.path) : `${at}.${name}`,
        is: `is ${name === "numCores" ? setting.value : quote(setting.value)}`,
    };
}
