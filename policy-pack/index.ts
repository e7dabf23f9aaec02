import { PolicyPack } from "@pulumi/policy";
import { rules } from "../checks";
import { optionsPolicy } from "./options-policy";
import { packMetadata } from "./pack";
import { remediatedPolicy } from "./remediation";
import { policyOf } from "./rule-policy";
import { Run } from "./run";
import { serveWith } from "./served-by-sdk";
import { shapePolicy } from "./shape-policy";
import { suppressedPolicy } from "./suppressed-policy";
import { unknownPolicy } from "./unknown-policy";

const run = new Run();

serveWith(run, () => {
    const informing = [unknownPolicy(run), suppressedPolicy(run), remediatedPolicy(run)];
    const policies = [...rules.map((rule) => policyOf(rule, run)), shapePolicy(run), ...informing, optionsPolicy];
    new PolicyPack("ecs-inferentia", { ...packMetadata, policies });
});
