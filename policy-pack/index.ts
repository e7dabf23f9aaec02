import { PolicyPack } from "@pulumi/policy";
import { policyOf, shapePolicy, unknownPolicy } from "./pack/task-policies";
import { taskRules } from "./rules";

new PolicyPack("ecs-inferentia", { policies: [...taskRules.map(policyOf), shapePolicy, unknownPolicy] });
