"""How deployments end: completed, still going on, or given up by the circuit breaker."""

from load_balancing import shift_traffic
from moto.ecs.models import EC2ContainerServiceBackend, Service

# Commands that end at once, and not well: the one thing that an emulated container is known to do.
FAILING = (["false"], ["/bin/false"], ["sh", "-c", "exit 1"], ["CMD", "false"], ["CMD-SHELL", "exit 1"])
FAILED = "ECS deployment circuit breaker: tasks failed to start."


def fails_at_once(task) -> bool:
    return any(
        one.get("essential", True)
        and ([*one.get("entryPoint", []), *one.get("command", [])] in FAILING or unhealthy(one))
        for one in task.container_definitions
    )


def unhealthy(container: dict) -> bool:
    return container.get("healthCheck", {}).get("command") in FAILING


def give_up(backend: EC2ContainerServiceBackend, service: Service, task) -> bool:
    """The circuit breaker's work; answers whether it went back to the last deployment that had come to its end."""
    breaker = getattr(service, "deployment_configuration", {}).get("deploymentCircuitBreaker", {})
    if not breaker.get("enable"):
        return False
    last = getattr(service, "completed_task_definition", None)
    service.failure = FAILED
    # A definition that is deregistered cannot be run again: there is nothing to go back to.
    if not breaker.get("rollback") or last in (None, task.arn) or backend.describe_task_definition(last).status != "ACTIVE":
        return False
    service.failure = f"{FAILED} Rolled back to {last.split('/')[-1]}."
    service.task_definition = last
    return True


def swap_target_groups(service: Service) -> None:
    """A deployment beside the old tasks ends with the traffic on the other target group, at which ECS then has them."""
    deployed = (service.task_definition, *[one["id"] for one in service.deployments[:1]])
    former, service.deployed = getattr(service, "deployed", None), deployed
    if former in (None, deployed) or getattr(service, "deployment_configuration", {}).get("strategy", "ROLLING") == "ROLLING":
        return
    for balancer in service.load_balancers or []:
        advanced = balancer.get("advancedConfiguration")
        if advanced is not None:
            former, current = balancer["targetGroupArn"], advanced["alternateTargetGroupArn"]
            balancer["targetGroupArn"], advanced["alternateTargetGroupArn"] = current, former
            shift_traffic(service._backend, advanced["productionListenerRule"], current, former)


def settle(service: Service, running: int) -> None:
    service.running_count, service.pending_count = running, service.desired_count - running
    failure = getattr(service, "failure", None)
    completed = running >= service.desired_count
    if completed and failure is None:
        service.completed_task_definition = service.task_definition
        swap_target_groups(service)
    for deployment in service.deployments[:1]:
        state = "FAILED" if failure else "COMPLETED" if completed else "IN_PROGRESS"
        deployment.update(
            desiredCount=service.desired_count,
            pendingCount=service.pending_count,
            rolloutState=state,
            rolloutStateReason=failure or f"ECS deployment {deployment['id']} {state.lower().replace('_', ' ')}.",
            runningCount=running,
            taskDefinition=service.task_definition,
        )
