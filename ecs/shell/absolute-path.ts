import { normalizedPath } from "../../contract/path";
import { UNKNOWN, type Known } from "../known";

/** A path from the root on; unknown while that depends on something that is. */
export function absolutePath(path: Known<string>, directory: Known<string>): Known<string> {
    if (path === UNKNOWN || path === "") {
        return UNKNOWN;
    }
    if (path.startsWith("/")) {
        return normalizedPath(path);
    }
    return directory === UNKNOWN ? UNKNOWN : normalizedPath(`${directory}/${path}`);
}
