import type { WithRecords } from "../../engine/record";
import type { ArgumentCheck } from "../../validation/validate";
import type { TaskDefinitionArgs } from "../args/task-definition";
import { ownedByTheTaskDefinition, taskDefinitionFields } from "../args/task-definition";
import { checkContainers } from "./containers";
import { checkDependencies } from "./dependencies";
import { checkDevices } from "./devices";
import { checkEnvironment } from "./environment";
import { checkTaskFits } from "./fit";
import { checkImages } from "./images";
import { checkTaskNetwork } from "./network";
import { checkPrivileges } from "./privileges";
import { checkRoles } from "./roles";
import { checkRuntime } from "./runtime";
import { readTask } from "../task";
import { checkWholeInstance } from "./whole-instance";
import { checkVolumes } from "./volumes";

const checks = [
    checkRuntime,
    checkContainers,
    checkImages,
    checkDevices,
    checkEnvironment,
    checkPrivileges,
    checkTaskNetwork,
    checkVolumes,
    checkDependencies,
    checkTaskFits,
    checkWholeInstance,
    checkRoles,
];

/** What {@link TaskDefinition} takes: each argument by itself, and then what must fit together. */
export const taskDefinitionCheck: ArgumentCheck<WithRecords<TaskDefinitionArgs>> = {
    fields: taskDefinitionFields,
    owned: ownedByTheTaskDefinition,
    together: (args, problems) => {
        const task = readTask(args);
        checks.forEach((check) => check(task, problems));
    },
};
