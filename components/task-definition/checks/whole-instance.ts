import { UNKNOWN } from "../../../ecs/known";
import { holdsBoth } from "../../../ecs/pool/offer";
import { memoryOfContainers, cpuOfContainers } from "../../../ecs/task/task-size";
import type { Problems } from "../../validation/problems";
import type { Task } from "../task";

/** A task that takes its instance reserves as much as is left there, and there is none of another size. */
export function checkWholeInstance(task: Task, problems: Problems): void {
    const { args, instanceTypes, reservation, definition, types } = task;
    for (const name of ["memory", "cpu"] as const) {
        if (args.takesInstance !== false) {
            problems.exclusive(name, args[name], "takesInstance", args.takesInstance);
        }
    }
    for (const name of ["leavesMemory", "leavesCpu"] as const) {
        if (args[name] !== undefined && (args.takesInstance ?? false) === false) {
            problems.add(name, "is given, although takesInstance is not; give takesInstance: true, or leave it out");
        }
    }
    if (args.takesInstance === true && instanceTypes === undefined) {
        problems.add("takesInstance", "is true, but nothing says of which type; give pool, or instanceType");
    }
    if (reservation === undefined || reservation === UNKNOWN) {
        return;
    }
    const larger = types.value.find((type) => holdsBoth(type, reservation, reservation));
    if (larger !== undefined) {
        problems.add(
            "takesInstance",
            `is true, but ${larger} has room for two of what it reserves, ${reservation.memoryMiB} MiB and ` +
                `${reservation.cpuUnits} CPU units; give types of one size, or lower leavesMemory and leavesCpu`,
        );
    }
    const memory = memoryOfContainers(definition).least;
    if (memory > reservation.memoryMiB) {
        problems.add("takesInstance", tooLittle(memory, reservation.memoryMiB, "MiB", "leavesMemory"));
    }
    const cpu = cpuOfContainers(definition).least;
    if (cpu > reservation.cpuUnits) {
        problems.add("takesInstance", tooLittle(cpu, reservation.cpuUnits, "CPU units", "leavesCpu"));
    }
}

function tooLittle(asked: number, reserved: number, unit: string, leaves: string): string {
    return (
        `is true, which reserves ${reserved} ${unit}, but its containers reserve ${asked}; let them reserve ` +
        `${asked - reserved} less, lower ${leaves}, or choose a larger type`
    );
}
