import { accountFunctions } from "./functions/account";
import { getAmi } from "./functions/ami";
import { networkFunctions } from "./functions/network";
import { getParameter } from "./functions/parameter";
import type { ProviderFunctions } from "./resource-type";

/** Every function that is served, by token. */
export const functions: ProviderFunctions = {
    ...accountFunctions,
    ...networkFunctions,
    "aws:ec2/getAmi:getAmi": getAmi,
    "aws:ssm/getParameter:getParameter": getParameter,
};
