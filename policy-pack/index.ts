import { PolicyPack } from "@pulumi/policy";
import { policyOf } from "./pack/rule-policy";
import { shapePolicy } from "./pack/shape-policy";
import { unknownPolicy } from "./pack/unknown-policy";
import { rules } from "./rules";

new PolicyPack("ecs-inferentia", { policies: [...rules.map(policyOf), shapePolicy, unknownPolicy] });
