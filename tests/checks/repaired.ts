import { defaultConfiguration } from "../../checks/configuration/read-configuration";
import { repair } from "../../checks/fixes/repair";

/** A task definition, repaired by all rules that can, or by some. */
export function repaired(definition: object, only?: readonly string[]): ReturnType<typeof repair> {
    return repair({ id: "task", definition }, defaultConfiguration, only);
}
