import type { Known } from "../known";

/** A volume of a task, as ECS names its parts; other kinds than of the host pass through as they are. */
export interface Volume {
    readonly name: Known<string>;
    readonly host?: { readonly sourcePath?: Known<string> | undefined } | undefined;
}
