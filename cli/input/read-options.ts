import type { SourceResource } from "../../checks";
import type { Exports } from "./formats/cloudformation/exports";
import type { GivenValues } from "./formats/cloudformation/given-parameters";

/** What is said on the command line about how files are read. */
export interface ReadOptions {
    /** The values of a template's parameters, by their names. */
    readonly parameters: GivenValues;
    /** The path of the file that is read. */
    readonly file?: string;
    /** What the templates of a folder export. */
    readonly exports?: Exports;
    /** The ids of the stacks in it whose templates are in the folder. */
    readonly nestedStacks?: readonly string[];
    /** The task definitions in the other files of a folder. */
    readonly taskDefinitions?: () => readonly SourceResource[];
}

export const noReadOptions: ReadOptions = { parameters: {} };
