import assert from "node:assert/strict";
import { Vpc } from "@pulumi/aws/ec2";
import { Cluster, TaskDefinition } from "../../components";
import { register } from "./mocked-engine";
import { minimal } from "./task-definition/harness";

/** What is said of the arguments of a program, which are refused. */
export async function refusal(program: () => unknown, isPreview = false): Promise<string> {
    let message = "";
    const registered = register(program, undefined, isPreview, { withoutIds: isPreview });
    await assert.rejects(registered, (error: Error) => {
        message = error.message;
        return error.name === "InvalidArgumentsError";
    });
    return message;
}

/** Resources that a program gives where a value is expected, and how a message names them. */
export const cluster = () => new Cluster("ml", { instanceType: "inf1.xlarge" });
export const bert = () => new TaskDefinition("bert", minimal);
export const vpc = () => new Vpc("net", { cidrBlock: "10.0.0.0/16" });
export const theVpc = 'the resource "net" (aws:ec2/vpc:Vpc)';
export const theTask = 'the resource "bert" (ecs-inferentia:index:TaskDefinition)';
export const theCluster = 'the resource "ml" (ecs-inferentia:index:Cluster)';
