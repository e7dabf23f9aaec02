import type * as pulumi from "@pulumi/pulumi";
import { ecsNamePattern, ecsNameRequirement } from "../../contract";
import { networkFields, poolFields, type ClusterPool, type InstanceNetwork } from "../pool/args";
import { logRetention } from "../validation/log-retention";
import { list, map, object, required, type Fields } from "../validation/shape";
import { anyText, integer, kmsKeyArn, oneOf, text } from "../validation/values";

/** CloudWatch Container Insights of a cluster, as the ECS setting `containerInsights` spells its values. */
export const ContainerInsights = {
    Enabled: "enabled",
    Enhanced: "enhanced",
    Disabled: "disabled",
} as const;
/** One value of the ECS cluster setting `containerInsights`. */
export type ContainerInsights = (typeof ContainerInsights)[keyof typeof ContainerInsights];

/** An item of a capacity provider strategy. */
export interface CapacityProviderStrategyItem {
    /** A pool by its name in `pools`, or a capacity provider of `otherCapacityProviders`. */
    capacityProvider: pulumi.Input<string>;
    /** The fewest tasks on it, from 0 to 100000; one item only may have a base. Default: 0. */
    base?: pulumi.Input<number> | undefined;
    /** Its share of the tasks above the base, from 0 to 1000. Default: 1. */
    weight?: pulumi.Input<number> | undefined;
}

/** What `Cluster` takes: the arguments of its one pool, or `pools`; and those of the cluster. */
export interface ClusterArgs extends ClusterPool, InstanceNetwork {
    /**
     * Several pools, by name. Their tags go on top of the cluster's. Or write one pool beside the arguments below.
     */
    pools?: { [name: string]: ClusterPool } | undefined;
    /**
     * The names of pools that were in `pools`, are no longer, and that no service uses any more. A pool that is
     * removed without being named here is refused at preview. They can stay here. Default: none.
     */
    removedPools?: string[] | undefined;
    /**
     * The name of the ECS cluster, 1 to 255 letters, digits, hyphens and underscores.
     * Default: generated from the component's name.
     */
    clusterName?: pulumi.Input<string> | undefined;
    /**
     * Names of other capacity providers of the same cluster, for tasks without Neuron: `FARGATE`, or one of an own Auto
     * Scaling group, which may join this cluster. The group takes the name from the output `clusterName`, so that a
     * destroy ends its instances before the cluster, and has `forceDelete: true`: else the hook of managed draining
     * holds them longer than a destroy waits. `pulumi.deferredOutput` stands for the provider until it is there.
     * The cluster's list of capacity providers is one setting, which this component owns. Default: none.
     */
    otherCapacityProviders?: pulumi.Input<pulumi.Input<string>[]> | undefined;
    /**
     * The strategy of tasks and services that name none. Fargate and instances do not mix in one. Default: the pool
     * where the cluster has one and no `otherCapacityProviders`, so that a plain `run-task` starts an instance where
     * none runs; beside other capacity there is none.
     */
    defaultCapacityProviderStrategies?: pulumi.Input<pulumi.Input<CapacityProviderStrategyItem>[]> | undefined;
    /** CloudWatch Container Insights: `enabled`, `enhanced` or `disabled`. Default: `enabled`. */
    containerInsights?: pulumi.Input<ContainerInsights> | undefined;
    /** The KMS key that encrypts execute-command sessions: its id, ARN or alias. Default: TLS only. */
    executeCommandKmsKeyId?: pulumi.Input<string> | undefined;
    /** Days to keep the log of execute-command sessions; a value that CloudWatch Logs knows. Default: 30. */
    logRetentionInDays?: pulumi.Input<number> | undefined;
    /** The KMS key that encrypts that log; its policy lets CloudWatch Logs use it. Default: that of CloudWatch Logs. */
    logKmsKeyArn?: pulumi.Input<string> | undefined;
}

const provider = text(/^[\w-]{1,255}$/, "the name of a capacity provider");

const strategyItem = object<CapacityProviderStrategyItem>("an item of a strategy", {
    capacityProvider: required(provider, "give the name of a pool or of a capacity provider"),
    base: integer(0, 100000, "tasks"),
    weight: integer(0, 1000, ""),
});

/** The arguments that may come from resources that need the cluster first. */
export type AssociationArgs = Pick<ClusterArgs, "otherCapacityProviders" | "defaultCapacityProviderStrategies">;

export const associationFields: Fields<AssociationArgs> = {
    otherCapacityProviders: list(provider, "a list of names of capacity providers", 0),
    defaultCapacityProviderStrategies: list(strategyItem, "a list of items of a strategy", 0),
};

export const clusterFields: Fields<ClusterArgs> = {
    ...poolFields,
    ...networkFields,
    pools: map(object("a pool", poolFields), "an object of pools by name"),
    removedPools: list(anyText, "a list of names of pools", 0),
    clusterName: text(ecsNamePattern, ecsNameRequirement),
    ...associationFields,
    containerInsights: oneOf(Object.values(ContainerInsights)),
    executeCommandKmsKeyId: text(/^\S+$/, "a KMS key: its id, ARN or alias"),
    logRetentionInDays: logRetention,
    logKmsKeyArn: kmsKeyArn,
};
