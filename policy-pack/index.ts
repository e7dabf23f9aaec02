import { PolicyPack } from "@pulumi/policy";
import { withConfiguration } from "./pack/configure";
import { optionsPolicy } from "./pack/options-policy";
import { remediatedPolicy } from "./pack/remediate";
import { policyOf } from "./pack/rule-policy";
import { shapePolicy } from "./pack/shape-policy";
import { suppressedPolicy } from "./pack/suppressed";
import { unknownPolicy } from "./pack/unknown-policy";
import { rules } from "./rules";

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
