import { policyOptions } from "../../checks/configuration/policies";
import { rules } from "../../checks/rules";
import type { Surface } from "./surface";

/** The policies of the pack, which the command judges by too, with level and severity, and their options. */
export function policiesSurface(): Surface {
    const levels = new Map(rules.map(({ name, level, severity }) => [name, [level, severity]]));
    return new Map([
        [
            "policies",
            new Map(
                Array.from(policyOptions, ([name, options]) => [
                    name,
                    [...(levels.get(name) ?? []), ...options].join(", "),
                ]),
            ),
        ],
    ]);
}
