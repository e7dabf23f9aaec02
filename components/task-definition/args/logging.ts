import type * as pulumi from "@pulumi/pulumi";
import { awsObject, list, map, required } from "../../validation/shape";
import { anyText, oneOf } from "../../validation/values";
import { secret, type Secret } from "./container-values";

const drivers = ["awslogs", "awsfirelens", "fluentd", "gelf", "journald", "json-file", "splunk", "syslog"];

/** Where a container's output goes. */
export interface LogConfiguration {
    /** `awslogs`, `awsfirelens`, `fluentd`, `gelf`, `journald`, `json-file`, `splunk` or `syslog`. */
    logDriver: pulumi.Input<string>;
    /** Options of the driver. Default: none. */
    options?: pulumi.Input<{ [name: string]: pulumi.Input<string> }> | undefined;
    /** Options of the driver that are secrets; the execution role may read them. Default: none. */
    secretOptions?: pulumi.Input<pulumi.Input<Secret>[]> | undefined;
}

export const logConfiguration = awsObject<LogConfiguration>("a log configuration", {
    logDriver: required(oneOf(drivers), "name the log driver"),
    options: map(anyText, "an object of the driver's options"),
    secretOptions: list(secret, "a list of options that are secrets", 0),
});

/** A container that routes the logs of others whose log driver is `awsfirelens`. */
export interface FirelensConfiguration {
    /** `fluentbit` or `fluentd`. */
    type: pulumi.Input<string>;
    /** Options of the router. Default: none. */
    options?: pulumi.Input<{ [name: string]: pulumi.Input<string> }> | undefined;
}

export const firelensConfiguration = awsObject<FirelensConfiguration>("a configuration of FireLens", {
    type: required(oneOf(["fluentbit", "fluentd"]), "give fluentbit or fluentd"),
    options: map(anyText, "an object of the router's options"),
});
