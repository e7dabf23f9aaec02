"""
Managed draining: an instance that its group ends waits until its tasks have stopped.

Amazon ECS puts a lifecycle hook on the group, sets an ending instance to DRAINING, and completes the lifecycle action
when nothing but daemons runs there, or after 48 hours. The hook outlives the capacity provider: nobody completes the
action then, and the instance goes when the hook's hour is over.

Sources: developer guide, "Safely stop Amazon ECS workloads running on EC2 instances"; aws/containers-roadmap#2467.
"""

import time

from container_tasks import keeps
from moto.autoscaling.models import FakeAutoScalingGroup, InstanceState, autoscaling_backends
from moto.ecs.models import CapacityProvider, ContainerInstance, EC2ContainerServiceBackend, ecs_backends

HOOK = "ecs-managed-draining-termination-hook"
HOOK_SECONDS = 3600
LONGEST_SECONDS = 48 * 3600
WAITING = "Terminating:Wait"
# Providers wait three seconds here for what takes ten minutes with AWS.
HASTE = 200


def keep_hook(backend: EC2ContainerServiceBackend, details: dict) -> None:
    scaling = autoscaling_backends[backend.account_id][backend.region_name]
    group = details["autoScalingGroupArn"].split("/")[-1]
    if details.get("managedDraining") != "ENABLED":
        scaling.delete_lifecycle_hook(group, HOOK)
    elif f"{group}_{HOOK}" not in scaling.lifecycle_hooks:
        scaling.create_lifecycle_hook(HOOK, group, "autoscaling:EC2_INSTANCE_TERMINATING", HOOK_SECONDS, "CONTINUE")


def hook_of(group: FakeAutoScalingGroup):
    return group.autoscaling_backend.lifecycle_hooks.get(f"{group.name}_{HOOK}")


def is_attended(group: FakeAutoScalingGroup) -> bool:
    """Whether Amazon ECS still completes the lifecycle actions of a group."""
    providers = ecs_backends[group.account_id][group.region].capacity_providers.values()
    found = [one.auto_scaling_group_provider or {} for one in providers]
    return any(one.get("autoScalingGroupArn") == group.arn and one.get("managedDraining") == "ENABLED" for one in found)


def container_instance(group: FakeAutoScalingGroup, state: InstanceState) -> ContainerInstance | None:
    clusters = ecs_backends[group.account_id][group.region].container_instances.values()
    joined = [one for cluster in clusters for one in cluster.values()]
    return next((one for one in joined if one.ec2_instance_id == state.instance_id), None)


def hold(group: FakeAutoScalingGroup, state: InstanceState) -> bool:
    """Whether an instance that is to end has to wait, as it then does."""
    joined, attended = container_instance(group, state), is_attended(group)
    if hook_of(group) is None or (attended and joined is None):
        return False
    state.lifecycle_state, state.waits_since = WAITING, time.monotonic()
    if attended:
        joined.status = "DRAINING"
    return True


def may_end(group: FakeAutoScalingGroup, state: InstanceState) -> bool:
    hook, joined, attended = hook_of(group), container_instance(group, state), is_attended(group)
    if hook is None or (attended and (joined is None or is_free(joined))):
        return True
    seconds = LONGEST_SECONDS if attended else int(hook.heartbeat_timeout)
    return time.monotonic() - state.waits_since > seconds / HASTE


def is_free(instance: ContainerInstance) -> bool:
    return instance.container_instance_arn not in keeps(instance._backend, instance.cluster_name)


def apply() -> None:
    """Amazon ECS drains unless told otherwise; moto drops the setting from an update."""
    prepare, update = CapacityProvider._prepare_asg_provider, CapacityProvider.update
    create = EC2ContainerServiceBackend.create_capacity_provider
    change = EC2ContainerServiceBackend.update_capacity_provider

    def prepare_provider(provider, details):
        details.setdefault("managedDraining", "ENABLED")
        return prepare(provider, details)

    def update_provider(provider, details):
        if "managedDraining" in details:
            provider.auto_scaling_group_provider["managedDraining"] = details["managedDraining"]
        update(provider, details)

    def create_capacity_provider(backend, name, asg_details, tags):
        provider = create(backend, name, asg_details, tags)
        keep_hook(backend, provider.auto_scaling_group_provider)
        return provider

    def update_capacity_provider(backend, *args, **kwargs):
        provider = change(backend, *args, **kwargs)
        keep_hook(backend, provider.auto_scaling_group_provider)
        return provider

    CapacityProvider._prepare_asg_provider, CapacityProvider.update = prepare_provider, update_provider
    EC2ContainerServiceBackend.create_capacity_provider = create_capacity_provider
    EC2ContainerServiceBackend.update_capacity_provider = update_capacity_provider
