import { isWithin, type Path } from "../../ecs/path";

/** Where in a resource stands what rules know by the names of a service or of a task definition. */
export type Places = readonly (readonly [known: Path, place: Path])[];

/** The path of a property in its resource, by the first of the places that it is within. */
export function placeOf(path: Path, places: Places): Path {
    const [known = [], place = []] = places.find(([one]) => isWithin(path, one)) ?? [];
    return [...place, ...path.slice(known.length)];
}
