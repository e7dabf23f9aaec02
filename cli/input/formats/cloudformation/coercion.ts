import { isFields, type Fields } from "../../document";
import { isScalar } from "./list-functions";

/**
 * The properties of a task definition that are no texts; what they hold in a map of labels or options is text again.
 */
const others = new Set([
    ...["Essential", "Privileged", "ReadOnly", "ReadonlyRootFilesystem", "Interactive", "PseudoTerminal"],
    ...["DisableNetworking", "InitProcessEnabled", "EnableFaultInjection", "Autoprovision"],
    ...["Cpu", "Memory", "MemoryReservation", "HostPort", "ContainerPort", "SoftLimit", "HardLimit", "Size"],
    ...["Interval", "Retries", "Timeout", "StartPeriod", "StartTimeout", "StopTimeout", "SharedMemorySize"],
    ...["MaxSwap", "Swappiness", "SizeInGiB", "TransitEncryptionPort", "RestartAttemptPeriod", "IgnoredExitCodes"],
    "Enabled",
]);
const maps = new Set(["DockerLabels", "Options", "DriverOpts", "Labels"]);

/** Numbers and booleans where a task definition has texts, as CloudFormation makes texts of them: `Value: 8500`. */
export function coerced(properties: Fields): Fields {
    return Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, ofProperty(value, key, false)]));
}

/** @param isInMap whether it stands in a map whose keys are anybody's */
function ofProperty(value: unknown, key: string, isInMap: boolean): unknown {
    if (Array.isArray(value)) {
        return value.map((item) => ofProperty(item, key, isInMap));
    }
    if (isFields(value)) {
        const entries = Object.entries(value);
        return Object.fromEntries(entries.map(([name, item]) => [name, ofProperty(item, name, maps.has(key))]));
    }
    return isScalar(value) && (isInMap || !others.has(key)) ? String(value) : value;
}
