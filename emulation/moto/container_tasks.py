"""The tasks of a cluster, those of services too: started, running somewhere, and stopped."""

from moto.ec2.models import ec2_backends
from moto.ecs.models import Cluster, ContainerInstance, EC2ContainerServiceBackend, Task, TaskDefinition

OF_SERVICE = "service:"


def start(
    backend: EC2ContainerServiceBackend,
    cluster: Cluster,
    definition: TaskDefinition,
    group: str,
    instance: ContainerInstance | None,
    **members,
) -> Task:
    """Starts a task on an instance; without one it is Fargate's, or waits, as its status then tells."""
    network = (members.pop("networking_configuration", None) or {}).get("awsvpcConfiguration")
    task = Task(
        cluster,
        definition,
        instance.container_instance_arn if instance else None,
        {},
        backend,
        group,
        networking_configuration=network and {"awsvpcConfiguration": {"securityGroups": [], **network}},
        **members,
    )
    backend.tasks.setdefault(cluster.name, {})[task.task_arn] = task
    return task


def stop(backend: EC2ContainerServiceBackend, task: Task, reason: str) -> None:
    task.last_status = task.desired_status = "STOPPED"
    task.stopped_reason = reason
    interfaces = ec2_backends[backend.account_id][backend.region_name].enis
    for detail in [one for attachment in task.attachments for one in attachment["details"]]:
        if detail["name"] == "networkInterfaceId":
            interfaces.pop(detail["value"], None)


def live(backend: EC2ContainerServiceBackend, cluster: str) -> list[Task]:
    return [task for task in backend.tasks.get(cluster, {}).values() if task.last_status != "STOPPED"]


def definition_of(backend: EC2ContainerServiceBackend, task: Task) -> TaskDefinition:
    return backend.describe_task_definition(task.task_definition_arn)


def is_daemon(backend: EC2ContainerServiceBackend, task: Task) -> bool:
    """Daemons keep no instance, and need none (developer guide, "Control the instances Amazon ECS terminates")."""
    service = backend.services.get(f"{task.cluster_name}:{task.group.removeprefix(OF_SERVICE)}")
    return task.group.startswith(OF_SERVICE) and service is not None and service.scheduling_strategy == "DAEMON"


def keeps(backend: EC2ContainerServiceBackend, cluster: str) -> set[str]:
    """The ARNs of the container instances with a task that keeps them."""
    return {
        task.container_instance_arn
        for task in live(backend, cluster)
        if task.container_instance_arn and not is_daemon(backend, task)
    }


def list_tasks(
    backend: EC2ContainerServiceBackend,
    cluster_str: str | None = None,
    container_instance: str | None = None,
    family: str | None = None,
    started_by: str | None = None,
    service_name: str | None = None,
    desired_status: str | None = None,
) -> list[Task]:
    """Those that shall run, unless told otherwise; moto lists all, and knows no service's."""
    cluster = backend._get_cluster(cluster_str or "default")
    service = service_name and OF_SERVICE + service_name.split("/")[-1]
    return [
        task
        for task in backend.tasks.get(cluster.name, {}).values()
        if task.desired_status == (desired_status or "RUNNING")
        and service in (None, task.group)
        and started_by in (None, task.started_by)
        and family in (None, definition_of(backend, task).family)
        and (container_instance or "").split("/")[-1] in (task.container_instance_arn or "")
    ]


def apply() -> None:
    # moto ends a task that somebody has described.
    Task.advance = lambda _task: None
    EC2ContainerServiceBackend.list_tasks = list_tasks
