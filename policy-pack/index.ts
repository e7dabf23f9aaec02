import { PolicyPack } from "@pulumi/policy";
import { withConfiguration } from "./configure";
import { optionsPolicy } from "./options-policy";
import { remediatedPolicy } from "./remediate";
import { policyOf } from "./rule-policy";
import { shapePolicy } from "./shape-policy";
import { suppressedPolicy } from "./suppressed";
import { unknownPolicy } from "./unknown-policy";
import { rules } from "../checks/rules";

withConfiguration(() => {
    const policies = [
        ...rules.map(policyOf),
        shapePolicy,
        unknownPolicy,
        suppressedPolicy,
        remediatedPolicy,
        optionsPolicy,
    ];
    new PolicyPack("ecs-inferentia", { policies });
});
