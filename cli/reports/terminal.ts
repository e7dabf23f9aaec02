import type { Colours } from "./colours";

/** How a text for people is shown. */
export interface Terminal {
    readonly colours: Colours;
    /** The columns of a line; Infinity where no terminal shows it. */
    readonly width: number;
}
