"""How the instances of a group end: at once, or after the lifecycle hook that holds them; with the group, or before."""

import math

from managed_draining import WAITING, hold, may_end
from moto.autoscaling.exceptions import AutoscalingClientError, ValidationError
from moto.autoscaling.models import AutoScalingBackend, FakeAutoScalingGroup, InstanceState
from moto.autoscaling.responses import AutoScalingResponse
from moto.core.responses import ActionResult, EmptyResult


def end(group: FakeAutoScalingGroup, state: InstanceState) -> None:
    group.instance_states.remove(state)
    group.ec2_backend.terminate_instances([state.instance_id])


def take_out(group: FakeAutoScalingGroup, states: list[InstanceState]) -> None:
    """Ends instances in the ordinary way."""
    for state in states:
        if not hold(group, state):
            end(group, state)


def end_held(backend: AutoScalingBackend) -> None:
    for group in backend.autoscaling_groups.values():
        for state in list(group.instance_states):
            if state.lifecycle_state == WAITING and may_end(group, state):
                end(group, state)


def set_desired_capacity(group: FakeAutoScalingGroup, capacity: int | None) -> None:
    """Launches what is missing; of what is too much, ends the oldest that are not protected from scale-in."""
    group.desired_capacity = group.min_size if capacity is None else capacity
    overrides = (group.mixed_instances_policy or {}).get("LaunchTemplate", {}).get("Overrides") or [{}]
    wanted = math.ceil(int(group.desired_capacity or 0) / int(overrides[0].get("WeightedCapacity") or 1))
    running = group.active_instances()
    if wanted > len(running):
        group.replace_autoscaling_group_instances(wanted - len(running), group.get_propagated_tags())
    elif wanted < len(running):
        open_ones = [state for state in running if not state.protected_from_scale_in]
        take_out(group, open_ones[: len(running) - wanted])
    if group.name in group.autoscaling_backend.autoscaling_groups:
        group.autoscaling_backend.update_attached_elbs(group.name)
        group.autoscaling_backend.update_attached_target_groups(group.name)


def delete(original, response: AutoScalingResponse) -> ActionResult:
    """By force, a group takes its instances with it: protection and lifecycle actions are no obstacle then."""
    backend, name = response.autoscaling_backend, response._get_param("AutoScalingGroupName")
    group = backend.autoscaling_groups.get(name)
    states = list(group.instance_states) if group else []
    if states and not response._get_bool_param("ForceDelete", False):
        raise AutoscalingClientError(
            "ResourceInUse",
            "You cannot delete an AutoScalingGroup while there are instances or pending Spot instance request(s) still "
            "in the group.",
        )
    for state in states:
        end(group, state)
    for hook in backend.describe_lifecycle_hooks(name):
        backend.delete_lifecycle_hook(name, hook.name)
    return original(response)


def set_protection(original, response: AutoScalingResponse) -> ActionResult:
    """A group that is too large ends an instance as soon as that loses its protection."""
    answer = original(response)
    group = response.autoscaling_backend.autoscaling_groups[response._get_param("AutoScalingGroupName")]
    group.set_desired_capacity(group.desired_capacity)
    return answer


def terminate_instance(original, backend: AutoScalingBackend, instance_id: str, should_decrement: bool):
    groups = backend.autoscaling_groups.values()
    found = [(group, state) for group in groups for state in group.instance_states if state.instance_id == instance_id]
    if not found or not hold(*found[0]):
        return original(backend, instance_id, should_decrement)
    group, state = found[0]
    group.set_desired_capacity(int(group.desired_capacity or 0) - should_decrement)
    return {"ActivityId": instance_id, "AutoScalingGroupName": group.name, "StatusCode": "InProgress"}


def complete_lifecycle_action(response: AutoScalingResponse) -> ActionResult:
    group = response.autoscaling_backend.autoscaling_groups[response._get_param("AutoScalingGroupName")]
    wanted = response._get_param("InstanceId")
    held = [one for one in group.instance_states if one.instance_id == wanted and one.lifecycle_state == WAITING]
    if not held:
        raise ValidationError(f"No active Lifecycle Action found with instance ID {wanted}")
    end(group, held[0])
    return EmptyResult()


def apply() -> None:
    FakeAutoScalingGroup.set_desired_capacity = set_desired_capacity
    AutoScalingResponse.complete_lifecycle_action = complete_lifecycle_action
    for owner, operation, patched in (
        (AutoScalingResponse, "delete_auto_scaling_group", delete),
        (AutoScalingResponse, "set_instance_protection", set_protection),
        (AutoScalingBackend, "terminate_instance", terminate_instance),
    ):
        setattr(owner, operation, bind(patched, getattr(owner, operation)))


def bind(patched, original):
    return lambda *args: patched(original, *args)
