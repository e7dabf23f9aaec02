import { relative, resolve } from "node:path";
import { propertyText } from "../../checks";
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

/** The steps of a container's own path: `containerDefinitions`, and an index. */
const containerSteps = 2;

/** @param folder from which files are named, so that it does not matter where the command was started */
export function identityOf(finding: PlacedFinding, folder: string): Identity {
    const { file, resource, rule, container, path } = finding;
    return {
        file: file === standardInput ? file : relative(folder, resolve(file)).replaceAll("\\", "/"),
        resource,
        rule,
        ...(container !== undefined && { container }),
        property: propertyText(container === undefined ? finding : { ...finding, path: path.slice(containerSteps) }),
    };
}
