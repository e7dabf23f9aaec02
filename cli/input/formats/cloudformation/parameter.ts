import { UNKNOWN } from "../../../../checks";
import { field } from "../../document";
import { isScalar } from "./list-functions";
import { SsmReference } from "./ssm-reference";

/**
 * The value that a parameter has when nobody gives it one. CloudFormation takes each as text; of a list, the items are
 * trimmed. What is not to be shown is not known, so that no report shows it.
 */
export function defaultOf(parameter: unknown): unknown {
    const [value, type] = [field(parameter, "Default"), String(field(parameter, "Type"))];
    if (!isScalar(value) || String(field(parameter, "NoEcho")) === "true") {
        return UNKNOWN;
    }
    if (type.startsWith("AWS::SSM::Parameter::Value<")) {
        return /<(?:List<|CommaDelimitedList)/.test(type) ? UNKNOWN : new SsmReference(String(value));
    }
    return asParameter(String(value), type);
}

/** A text as the value of a parameter of a type. */
export function asParameter(value: string, type: string): unknown {
    return type === "CommaDelimitedList" || type.startsWith("List<")
        ? value.split(",").map((item) => item.trim())
        : value;
}
