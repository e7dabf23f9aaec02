import type * as pulumi from "@pulumi/pulumi";
import type { SecretArgs } from "./container-values";

/** Where a container's output goes. */
export interface LogConfigurationArgs {
    /** `awslogs`, `awsfirelens`, `fluentd`, `gelf`, `journald`, `json-file`, `splunk` or `syslog`. */
    logDriver: pulumi.Input<string>;
    /** Options of the driver. Default: none. */
    options?: pulumi.Input<{ [name: string]: pulumi.Input<string> }> | undefined;
    /** Options of the driver that are secrets; the execution role may read them. Default: none. */
    secretOptions?: pulumi.Input<pulumi.Input<SecretArgs>[]> | undefined;
}

/** A container that routes the logs of others whose log driver is `awsfirelens`. */
export interface FirelensConfigurationArgs {
    /** `fluentbit` or `fluentd`. */
    type: pulumi.Input<string>;
    /** Options of the router. Default: none. */
    options?: pulumi.Input<{ [name: string]: pulumi.Input<string> }> | undefined;
}
