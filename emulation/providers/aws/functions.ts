import { accountFunctions } from "./functions/account";
import { getAmi } from "./functions/ami";
import { getAmiIds } from "./functions/ami-ids";
import { getCluster } from "./functions/cluster";
import { getInstanceTypeOfferings } from "./functions/instance-type-offerings";
import { networkFunctions } from "./functions/network";
import { getParameter } from "./functions/parameter";
import { getSubnet } from "./functions/subnet";
import type { ProviderFunctions } from "./resource-type";

/** Every function that is served, by token. */
export const functions: ProviderFunctions = {
    ...accountFunctions,
    ...networkFunctions,
    "aws:ec2/getAmi:getAmi": getAmi,
    "aws:ec2/getAmiIds:getAmiIds": getAmiIds,
    "aws:ec2/getInstanceTypeOfferings:getInstanceTypeOfferings": getInstanceTypeOfferings,
    "aws:ec2/getSubnet:getSubnet": getSubnet,
    "aws:ecs/getCluster:getCluster": getCluster,
    "aws:ssm/getParameter:getParameter": getParameter,
};
