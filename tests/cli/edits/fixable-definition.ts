import fc from "fast-check";
import { fixableRules } from "../../../checks/fixes/repair";
import { breakings, modelsOf } from "../../checks/breakings";
import { componentDefinition, type Definition } from "../../checks/component-definitions";
import "../../checks/property-runs";

const fixable = fixableRules.flatMap((rule) => Object.values(breakings[rule] ?? {}));

/** A right definition of a component with one mistake that `--fix` repairs. */
export const fixableDefinition: fc.Arbitrary<Definition> = fc
    .tuple(componentDefinition, fc.constantFrom(...fixable))
    .map(([right, breakIt]) => breakIt(right, modelsOf(right)[0] as string));
