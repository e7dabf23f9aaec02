import { list, map, object, required, type Check, type Fields } from "../../validation/shape";
import { anyText, oneOf } from "../../validation/values";
import type { FirelensConfigurationArgs, LogConfigurationArgs } from "../args/logging";
import { secret } from "./container-values";

const drivers = ["awslogs", "awsfirelens", "fluentd", "gelf", "journald", "json-file", "splunk", "syslog"];

const logConfigurationFields: Fields<LogConfigurationArgs> = {
    logDriver: required(oneOf(drivers), "name the log driver"),
    options: map(anyText, "a map of the driver's options"),
    secretOptions: list(secret, "a list of options that are secrets", 0),
};

const firelensConfigurationFields: Fields<FirelensConfigurationArgs> = {
    type: required(oneOf(["fluentbit", "fluentd"]), "give fluentbit or fluentd"),
    options: map(anyText, "a map of the router's options"),
};

export const logConfiguration: Check = object("a log configuration", logConfigurationFields);
export const firelensConfiguration: Check = object("a configuration of FireLens", firelensConfigurationFields);
