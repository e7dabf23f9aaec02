import { isWithin, type Path } from "../../ecs/path";

/** Where in a resource stands what rules know by the names of a service or of a task definition. */
export type Places = readonly (readonly [known: Path, place: Path])[];

/**
 * The path of a property in its resource, by the first of the places that it is within. What is named in words, and not
 * by a property, stands for itself.
 */
export function pathAmong(path: Path, places: Places): Path {
    const isInWords = String(path[0]).includes(" ");
    const found = places.find(([known]) => isWithin(path, known) && (known.length > 0 || !isInWords));
    const [known = [], place = []] = found ?? [];
    return [...place, ...path.slice(known.length)];
}
