import { known } from "../known";
import type { Container, TaskDefinition } from "./task-definition";

/** The containers of a task. @throws Undecided while they are not known */
export function containersOf({ containers }: TaskDefinition): readonly Container[] {
    return known(containers, ["containerDefinitions"]);
}
