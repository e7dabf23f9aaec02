/**
 * The judging core: reads task definitions and the stacks around them, wherever they were written, judges them by the
 * rules, and repairs what has one right answer. Pure: it knows neither Pulumi nor files. This is its only door.
 */
export { configurationSchemaOf } from "./configuration/policy-schema";
export { allPolicies } from "./configuration/schema";
export { suggestion } from "../ecs/nearest-name";
export { defaultConfiguration, readConfiguration, type Configuration } from "./configuration/read-configuration";
export { informingPolicies, packPolicies } from "./configuration/policies";
export { unmatched, type ConfiguredSuppression } from "./configuration/suppressions";
export { edited } from "./fixes/apply";
export type { Edit, Fix } from "./fixes/fix";
export { fixableRules, repair, type Change } from "./fixes/repair";
export { Spelling } from "./fixes/spelling";
export { checkStack } from "./judge/check-stack";
export type { Finding } from "./judge/finding";
export { migrateToLibnrt, type Migration } from "./migration/to-libnrt";
export type { ManualStep } from "./migration/step";
export { shapeRule } from "./judge/shape";
export { ShownStack, type ShownResource } from "./judge/shown-stack";
export { UNKNOWN } from "../ecs/known";
export type { Path, Property } from "../ecs/path";
export { isFields, type Fields } from "../ecs/task/value-types";
export { named, nounOf } from "./phrasing/names";
export { messageOf, problemOf } from "./phrasing/sentence";
export { propertyText, undecidedText } from "./phrasing/property-text";
export { kindsJudgedBy, rules, stackRules } from "./rules";
export { configurationPageUri, pageUriOf } from "./rules/page";
export type { Rule, RuleText } from "./rules/rule";
export { sources, type Source } from "./rules/sources";
export { namesOf } from "./stack/references";
export { kindOf } from "./stack/resource-kind";
export type { SourceResource } from "./stack/source-resource";
export { unknownInputs } from "./stack/component";
