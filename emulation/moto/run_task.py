"""Tasks of no service: RunTask and StopTask."""

from container_capacity import Wanted, lack
from container_tasks import OF_SERVICE, start, stop
from managed_scaling import group_of, is_managed
from moto.core.responses import ActionResult
from moto.ecs.exceptions import ClusterNotFoundException, EcsClientException, InvalidParameterException
from moto.ecs.models import Cluster, EC2ContainerServiceBackend, Task
from moto.ecs.responses import EC2ContainerServiceResponse
from placement import Placement, next_provider

# Of RunTask, what a task keeps.
KEPT = {"overrides": "overrides", "startedBy": "started_by", "tags": "tags", "platformVersion": "platform_version"}
MOST_AT_ONCE = 10


def run_task(response: EC2ContainerServiceResponse) -> ActionResult:
    given, backend = response._get_params(), response.ecs_backend
    cluster = backend._get_cluster(given.get("cluster", "default"))
    if cluster.status != "ACTIVE":
        raise ClusterNotFoundException()
    definition = backend.describe_task_definition(given["taskDefinition"])
    if definition.status != "ACTIVE":
        raise EcsClientException("TaskDefinition is inactive")
    refuse(given, cluster)
    group = given.get("group") or f"family:{definition.family}"
    wanted = Wanted(definition, group, tuple(given.get("placementConstraints") or []))
    strategy = strategy_of(given, cluster)
    if not strategy and given.get("launchType") != "FARGATE" and not Placement(backend, cluster).active():
        raise InvalidParameterException("No Container Instances were found in your cluster.")
    tasks, failures = [], []
    for _ in range(int(given.get("count", 1))):
        task, reasons = run_one(backend, cluster, wanted, strategy, tasks, given)
        tasks += [task] if task else []
        failures += reasons
    return ActionResult({"tasks": tasks, "failures": failures})


def strategy_of(given: dict, cluster: Cluster) -> list[dict]:
    """The cluster's default strategy is for tasks that say nothing of their capacity."""
    if given.get("launchType"):
        return []
    return given.get("capacityProviderStrategy") or cluster.default_capacity_provider_strategy or []


def refuse(given: dict, cluster: Cluster) -> None:
    strategy = given.get("capacityProviderStrategy") or []
    if given.get("launchType") and strategy:
        raise InvalidParameterException(
            "Specifying both a launch type and capacity provider strategy is not supported. Remove one and try again."
        )
    associated = {name.split("/")[-1] for name in cluster.capacity_providers or []}
    if any(item["capacityProvider"].split("/")[-1] not in associated for item in strategy):
        raise InvalidParameterException(
            "The specified capacity provider strategy cannot contain a capacity provider that is not associated with "
            "the cluster. Associate the capacity provider with the cluster or specify a valid capacity provider and "
            "try again."
        )
    if str(given.get("group", "")).startswith(OF_SERVICE):
        raise InvalidParameterException("Invalid namespace for group.")
    if not 1 <= int(given.get("count", 1)) <= MOST_AT_ONCE:
        raise InvalidParameterException(f"count must be between 1 and {MOST_AT_ONCE}.")


def run_one(
    backend: EC2ContainerServiceBackend,
    cluster: Cluster,
    wanted: Wanted,
    strategy: list[dict],
    before: list[Task],
    given: dict,
) -> tuple[Task | None, list[dict]]:
    """The task, which waits where managed scaling may still add an instance for it; or what each instance lacks."""
    provider = next_provider(strategy, before)
    members = {ours: given[theirs] for theirs, ours in KEPT.items() if theirs in given}
    members["networking_configuration"] = given.get("networkConfiguration")
    members["launch_type"] = "" if provider else given.get("launchType", "EC2")
    placement = Placement(backend, cluster)
    task = placement.start(wanted, provider, **members)
    if task is None and provider and is_managed(group_of(backend, provider)[0]):
        members["capacity_provider_name"] = provider
        task = start(backend, cluster, wanted.definition, wanted.group, None, **members)
        task.last_status, task.wanted = "PROVISIONING", wanted
    if task is not None:
        return task, []
    nodes = placement.active()
    return None, [{"arn": one.instance.container_instance_arn, "reason": lack(one, wanted)} for one in nodes]


def place_waiting(placement: Placement, task: Task) -> None:
    node = placement.find_or_add(task.wanted, task.capacity_provider_name)
    if node is not None:
        task.container_instance_arn, task.last_status = node.instance.container_instance_arn, "RUNNING"
        placement.refresh()


def stop_task(response: EC2ContainerServiceResponse) -> ActionResult:
    cluster = response.ecs_backend._get_cluster(response._get_param("cluster", "default"))
    wanted = response._get_param("task").split("/")[-1]
    tasks = response.ecs_backend.tasks.get(cluster.name, {})
    task = next((one for arn, one in tasks.items() if arn.split("/")[-1] == wanted), None)
    if task is None:
        raise InvalidParameterException("The referenced task was not found.")
    stop(response.ecs_backend, task, response._get_param("reason") or "Task stopped by user")
    return ActionResult({"task": task})


def apply() -> None:
    EC2ContainerServiceResponse.run_task = run_task
    EC2ContainerServiceResponse.stop_task = stop_task
