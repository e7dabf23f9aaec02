import { field, isFields, type Fields, type Place } from "../document";
import { notYetKnown } from "./pulumi-values";

/** A resource as Pulumi records it, its inputs, and their place in the file; of some, there are several. */
export interface Recorded {
    readonly record: unknown;
    readonly inputs: unknown;
    readonly place: Place;
    readonly otherPlaces?: readonly Place[];
}

/** The resources in a file of Pulumi's, and what it is. */
export type Records = readonly [format: string, recorded: readonly Recorded[]];

/** The resources in a state, a preview or a plan; undefined for other data. */
export function recordsIn(data: unknown): Records | undefined {
    return exported(data) ?? previewed(data) ?? planned(data);
}

function exported(data: unknown): Records | undefined {
    const resources = field(data, "deployment", "resources");
    return Array.isArray(resources)
        ? [
              "Pulumi state",
              resources.map((record: unknown, index) => ({
                  record,
                  inputs: field(record, "inputs"),
                  place: ["deployment", "resources", index, "inputs"],
              })),
          ]
        : undefined;
}

/** A step that takes a resource away has no new state. */
function previewed(data: unknown): Records | undefined {
    const steps = field(data, "steps");
    const isPreview = Array.isArray(steps) && steps.every((step) => "urn" in Object(step) && "op" in Object(step));
    return isPreview && steps.length > 0
        ? [
              "Pulumi preview",
              steps.map((step: unknown, index) => ({
                  record: field(step, "newState"),
                  inputs: field(step, "newState", "inputs"),
                  place: ["steps", index, "newState", "inputs"],
              })),
          ]
        : undefined;
}

/** A plan has what changes of the inputs; the others are among the outputs that it expects. */
function planned(data: unknown): Records | undefined {
    const holder = isFields(field(data, "plan")) ? ["plan", "resourcePlans"] : ["resourcePlans"];
    const plans = field(data, ...holder);
    return isFields(plans)
        ? [
              "Pulumi plan",
              Object.entries(plans).map(([urn, plan]) => {
                  const goal = field(plan, "goal");
                  const others = [["goal", "inputDiff", "updates"], ["state"]];
                  return {
                      record: isFields(goal) ? { ...goal, urn } : undefined,
                      inputs: {
                          ...staying(plan),
                          ...fieldsAt(goal, "inputDiff", "updates"),
                          ...fieldsAt(goal, "inputDiff", "adds"),
                      },
                      place: [...holder, urn, "goal", "inputDiff", "adds"],
                      otherPlaces: others.map((part) => [...holder, urn, ...part]),
                  };
              }),
          ]
        : undefined;
}

/** The inputs that stay as they are. What is not known in the outputs, and does not change, is no input. */
function staying(plan: unknown): Fields {
    const deleted = field(plan, "goal", "inputDiff", "deletes");
    const gone = Array.isArray(deleted) ? deleted : [];
    return Object.fromEntries(
        Object.entries(fieldsAt(plan, "state")).filter(([key, value]) => value !== notYetKnown && !gone.includes(key)),
    );
}

function fieldsAt(value: unknown, ...path: readonly string[]): Fields {
    const found = field(value, ...path);
    return isFields(found) ? found : {};
}
