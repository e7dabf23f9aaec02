import { ModelServer } from "../../contract";
import { UNKNOWN, type Known } from "../../ecs/known";
import type { TaskPort } from "../task-definition/task-reference";
import { quote, type Problems } from "../validation/problems";
import { RouteProtocol } from "./args";
import type { RouteValues } from "./check";
import { targetCheckDefaults, secondsToHealthy, timeoutOf, type HealthCheck } from "./health-check";
import { healthPort, mappingOf } from "./routed-ports";

type Check = Exclude<RouteValues["healthCheck"], symbol | undefined>;

/** Adds what is wrong with how a route finds out whether a task serves. */
export function checkHealth(
    args: RouteValues,
    protocol: RouteProtocol,
    ports: Known<readonly TaskPort[]> | undefined,
    problems: Problems,
): void {
    const { healthCheck = {} } = args;
    if (healthCheck === UNKNOWN) {
        return;
    }
    checkRequest(healthCheck, protocol, problems);
    checkTimes(healthCheck, problems);
    if (ports !== undefined && ports !== UNKNOWN) {
        checkPort(args, healthCheck, ports, problems);
    }
}

function checkRequest(check: Check, protocol: RouteProtocol, problems: Problems): void {
    const { server, path, modelName, matcher } = check;
    problems.exclusive("healthCheck.path", path, "healthCheck.server", server);
    const isHttp = protocol === RouteProtocol.Http || protocol === RouteProtocol.Https;
    if (isHttp && path === undefined && server === undefined) {
        problems.add(
            "healthCheck.path",
            "is missing; give a path that answers 200 once the model serves, or server: one of " +
                Object.values(ModelServer).join(", "),
        );
    }
    if (protocol === RouteProtocol.Grpc && server !== undefined) {
        problems.add(
            "healthCheck.server",
            "is given, but checks of GRPC are calls of gRPC; leave it out, or give path: a method such as " +
                "/grpc.health.v1.Health/Check",
        );
    }
    if (
        !isHttp &&
        protocol !== RouteProtocol.Grpc &&
        path === undefined &&
        server === undefined &&
        matcher !== undefined
    ) {
        problems.add("healthCheck.matcher", "is given without a path: connecting has no answer; give both, or neither");
    }
    const needsModel = server === ModelServer.TensorflowServing;
    if (needsModel && modelName === undefined) {
        problems.add("healthCheck.modelName", `is missing; give the model's name, which is in the path of ${server}`);
    } else if (!needsModel && server !== UNKNOWN && modelName !== undefined) {
        problems.add(
            "healthCheck.modelName",
            `is given, but is for ${ModelServer.TensorflowServing} only; leave it out`,
        );
    }
}

function checkTimes(check: Check, problems: Problems): void {
    if ([check.interval, check.timeout, check.healthyThreshold, check.readyWithin].includes(UNKNOWN)) {
        return;
    }
    const times = check as HealthCheck;
    const { interval = targetCheckDefaults.interval, readyWithin = targetCheckDefaults.readyWithin } = times;
    if (timeoutOf(times) >= interval) {
        problems.add(
            "healthCheck.timeout",
            `is ${timeoutOf(times)}, but must be below interval, which is ${interval} seconds; lower it`,
        );
    }
    const least = secondsToHealthy(times);
    if (readyWithin < least) {
        const { healthyThreshold = targetCheckDefaults.healthyThreshold } = times;
        problems.add(
            "healthCheck.readyWithin",
            `is ${readyWithin}, but must be at least ${least} seconds: ${healthyThreshold} checks at an interval ` +
                `of ${interval}, and a timeout of ${timeoutOf(times)}; raise it, or lower those`,
        );
    }
}

/** A balancer checks each task at one port, which must then be the same on each instance. */
function checkPort(args: RouteValues, check: Check, ports: readonly TaskPort[], problems: Problems): void {
    const { container, port } = args;
    if (
        [container, port, check.port, check.server].includes(UNKNOWN) ||
        container === undefined ||
        port === undefined
    ) {
        return;
    }
    const route = { container: container as string, port: port as number };
    const other = healthPort(ports, route, check as HealthCheck);
    if (other === undefined) {
        return;
    }
    const [argument, is] =
        check.port === undefined
            ? ["healthCheck.server", `is ${quote(check.server)}, which answers at ${other}`]
            : ["healthCheck.port", `is ${other}`];
    const mapping = mappingOf(ports, other);
    if (mapping === undefined) {
        problems.add(argument, `${is}, but no container of the task maps that port over TCP; map it, or leave it out`);
    } else if ((mapping.hostPort ?? 0) === 0) {
        const fix = check.port === undefined ? `port: ${route.port}` : "leave it out, to check the route's port";
        problems.add(
            argument,
            `${is}, but Docker chooses the port of the instance for it anew for each task; give that mapping a ` +
                `hostPort, or ${check.port === undefined ? `give healthCheck.${fix}` : fix}`,
        );
    }
}
