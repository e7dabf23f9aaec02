import { PolicyPack } from "@pulumi/policy";
import { rules } from "../checks";
import { advicePolicy } from "./advice-policy";
import { optionsPolicy } from "./options-policy";
import { packMetadata } from "./pack";
import { remediatedPolicy } from "./remediation";
import { policyOf } from "./rule-policy";
import { Run } from "./run";
import { sdkPolicies } from "./sdk-policies";
import { shapePolicy } from "./shape-policy";
import { suppressedPolicy } from "./suppressed-policy";
import { unknownPolicy } from "./unknown-policy";

const run = new Run();

// The SDK asks the policies in this order: the options of all rules come before the rules, and what informs comes last.
const others = [
    ...rules.map((rule) => policyOf(rule, run)),
    shapePolicy(run),
    advicePolicy(run),
    unknownPolicy(run),
    suppressedPolicy(run),
    remediatedPolicy(run),
];

new PolicyPack("ecs-inferentia", { ...packMetadata, policies: sdkPolicies(optionsPolicy, others, run) });
