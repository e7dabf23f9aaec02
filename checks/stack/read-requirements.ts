import { UNKNOWN, type Known } from "../../ecs/known";
import { typesMeeting, type Range } from "../../ecs/pool/instance-requirements";
import { firstAt, items, number, at } from "./fields";

/** Something of the requirements that is not known, so that it is not known what meets them. */
class UnknownRequirement extends Error {}

/** The instance types that meet instance requirements, where there are some. */
export function readRequirements(given: unknown): Known<readonly string[]> | undefined {
    const requirements: unknown = Array.isArray(given) && given.length <= 1 ? given[0] : given;
    if (requirements === undefined || requirements === null) {
        return undefined;
    }
    const list = (key: string) => stringsOf(at(requirements, key));
    const range = (...keys: readonly string[]): Range => {
        const bound = (end: string) => knownNumber(firstAt(requirements, ...keys.map((key) => [key, end])));
        return { min: bound("min"), max: bound("max") };
    };
    try {
        return typesMeeting({
            allowedInstanceTypes: list("allowedInstanceTypes"),
            excludedInstanceTypes: list("excludedInstanceTypes") ?? [],
            acceleratorManufacturers: list("acceleratorManufacturers"),
            acceleratorNames: list("acceleratorNames"),
            acceleratorTypes: list("acceleratorTypes"),
            acceleratorCount: range("acceleratorCount"),
            vCpuCount: range("vCpuCount", "vcpuCount"),
            memoryMiB: range("memoryMiB", "memoryMib"),
        });
    } catch (error) {
        if (error instanceof UnknownRequirement) {
            return UNKNOWN;
        }
        throw error;
    }
}

/** A list of strings; an empty one is what providers answer for none. */
function stringsOf(given: unknown): readonly string[] | undefined {
    const list = items(given);
    if (list === UNKNOWN || !list.every((one) => typeof one === "string")) {
        throw new UnknownRequirement();
    }
    return list.length === 0 ? undefined : list;
}

function knownNumber(given: unknown): number | undefined {
    const read = number(given);
    if (read === UNKNOWN) {
        throw new UnknownRequirement();
    }
    return read;
}
