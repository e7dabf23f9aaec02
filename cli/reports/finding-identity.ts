import { relative, resolve } from "node:path";
import { standardInput } from "../input/files";
import type { PlacedFinding } from "./finding";

/** What makes a finding the same one, wherever its line is, and in whatever order the containers stand. */
export interface Identity {
    readonly file: string;
    readonly resource: string;
    readonly rule: string;
    readonly container?: string;
    readonly property: string;
}

/** @param folder from which files are named, so that it does not matter where the command was started */
export function identityOf({ file, resource, rule, container, path }: PlacedFinding, folder: string): Identity {
    return {
        file: file === standardInput ? file : relative(folder, resolve(file)).replaceAll("\\", "/"),
        resource,
        rule,
        ...(container !== undefined && { container }),
        property: container === undefined ? path : path.replace(/^containerDefinitions\[\d+\]\.?/, ""),
    };
}
