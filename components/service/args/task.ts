import { inferentiaInstanceTypes, neuronRuntimes } from "../../../contract";
import { poolReference } from "../../pool/pool-reference";
import { record } from "../../validation/record";
import { list, object, required, type Fields } from "../../validation/shape";
import { integer, oneOf, text } from "../../validation/values";
import { cores, numCores } from "../../task-definition/args/cores";
import type { TaskPort, TaskReference } from "../../task-definition/task-reference";
import { ecsName, port } from "./load-balancers";

const visibleDevices = text(/^(?:ALL|\d{1,4}(?:,\d{1,4})*)$/, "ALL, or a list of device indexes such as 0 or 0,1");

const taskFields: Fields<TaskReference> = {
    taskDefinitionArn: required(
        text(/^\S+$/, "the ARN or family:revision of a task definition"),
        "give the ARN of the task definition",
    ),
    runtime: oneOf(neuronRuntimes),
    instanceTypes: list(oneOf(inferentiaInstanceTypes), "a list with at least one EC2 type"),
    visibleDevices,
    cores,
    numCores,
    networkMode: oneOf(["bridge", "host", "awsvpc", "none"]),
    staticHostPorts: list(text(/^\d{1,5}\/(tcp|udp)$/, "a port such as 8501/tcp"), "a list of ports", 0),
    portMappings: list(
        object<TaskPort>("a port", {
            containerName: required(ecsName, "give the name of the container"),
            containerPort: required(port, "give the port in the container"),
            hostPort: integer(0, 65535, ""),
            protocol: oneOf(["tcp", "udp"]),
        }),
        "a list of ports",
        0,
    ),
    containerNames: list(ecsName, "a list with at least one container"),
    memory: integer(0, Infinity, "MiB"),
    cpu: integer(0, Infinity, "CPU units"),
    unhealthyAfter: integer(0, Infinity, "seconds"),
    pool: poolReference.ifAny,
};

/** Checks the argument `task`. */
export const taskReference = record("a task", taskFields, "give the task of a TaskDefinition", { pool: poolReference });
