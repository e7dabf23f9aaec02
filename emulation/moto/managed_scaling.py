"""Managed scaling: the group of a capacity provider grows for tasks that wait, and gives up instances that are free."""

import math

from container_agents import registered_memory
from container_capacity import needs
from container_tasks import keeps, live
from moto.autoscaling.models import FakeAutoScalingGroup, autoscaling_backends
from moto.ec2.models.instance_types import INSTANCE_TYPES
from moto.ecs.models import Cluster, EC2ContainerServiceBackend, TaskDefinition


def group_of(backend: EC2ContainerServiceBackend, provider_name: str) -> tuple[dict, FakeAutoScalingGroup | None]:
    provider = backend._get_provider(provider_name)
    details = (provider.auto_scaling_group_provider if provider else None) or {}
    scaling = autoscaling_backends[backend.account_id][backend.region_name]
    return details, scaling.autoscaling_groups.get(details.get("autoScalingGroupArn", "").split("/")[-1])


def members_of(backend: EC2ContainerServiceBackend, provider_name: str) -> set[str]:
    _, group = group_of(backend, provider_name)
    return {state.instance_id for state in group.instance_states} if group else set()


def is_managed(details: dict) -> bool:
    return details.get("managedScaling", {}).get("status") == "ENABLED"


def scale_out(backend: EC2ContainerServiceBackend, provider_name: str, definition: TaskDefinition) -> bool:
    """Adds an instance, where an empty one could hold the task."""
    details, group = group_of(backend, provider_name)
    described = INSTANCE_TYPES.get(group.instance_type) if group else None
    if described is None or not is_managed(details):
        return False
    cpu, memory, _ = needs(definition)
    running = len(group.active_instances())
    if (
        cpu > described["VCpuInfo"]["DefaultVCpus"] * 1024
        or memory > registered_memory(described["MemoryInfo"]["SizeInMiB"])
        or running >= int(group.max_size)
    ):
        return False
    group.set_desired_capacity(running + 1)
    return True


def adjust(backend: EC2ContainerServiceBackend, cluster: Cluster, gives_up: bool) -> None:
    """
    Sizes the groups of a cluster's capacity providers: as many instances as have tasks, and as many more as the target
    capacity leaves free. Where termination is managed, Amazon ECS protects the instances with tasks, and lifts the
    protection of one that it gives up; else the group chooses, and may end one with tasks.

    Source: AWS, "Deep Dive on Amazon ECS Cluster Auto Scaling"; developer guide, "Control the instances Amazon ECS
    terminates".
    """
    kept = keeps(backend, cluster.name)
    joined = backend.container_instances.get(cluster.name, {}).values()
    busy = {one.ec2_instance_id for one in joined if one.container_instance_arn in kept}
    for name in cluster.capacity_providers or []:
        details, group = group_of(backend, name)
        if group is None or not is_managed(details):
            continue
        running = group.active_instances()
        used = [state for state in running if state.instance_id in busy]
        is_protecting = details.get("managedTerminationProtection") == "ENABLED"
        for state in used if is_protecting else []:
            state.protected_from_scale_in = True
        wanted = math.ceil(len(used) * 100 / int(details["managedScaling"].get("targetCapacity") or 100))
        wanted = max(int(group.min_size), min(int(group.max_size), wanted))
        if wanted > len(running):
            group.set_desired_capacity(wanted)
        elif wanted < len(running) and gives_up and not is_awaited(backend, cluster, name):
            free = [state for state in running if state.instance_id not in busy]
            for state in free[: len(running) - wanted] if is_protecting else []:
                state.protected_from_scale_in = False
            group.set_desired_capacity(wanted)


def is_awaited(backend: EC2ContainerServiceBackend, cluster: Cluster, provider_name: str) -> bool:
    """Whether a task waits for an instance of a capacity provider."""
    return any(task.last_status == "PROVISIONING" for task in live(backend, cluster.name)) or any(
        service.pending_count > 0
        and any(one["capacityProvider"] == provider_name for one in getattr(service, "capacity_provider_strategy", []))
        for service in backend.services.values()
        if service.cluster_arn == cluster.arn and service.status == "ACTIVE"
    )
