"""What Amazon EC2 Auto Scaling keeps and answers, and moto does not; how it refreshes instances."""

import uuid

from group_terminations import take_out
from moto.autoscaling.models import FakeAutoScalingGroup, InstanceState
from moto.autoscaling.responses import AutoScalingResponse
from moto.core.responses import ActionResult
from moto.core.utils import camelcase_to_underscores

# Members of a group that moto takes at creation only, or not at all.
KEPT = (
    "CapacityRebalance",
    "Context",
    "DefaultCooldown",
    "DefaultInstanceWarmup",
    "DesiredCapacityType",
    "InstanceMaintenancePolicy",
    "MaxInstanceLifetime",
    "PlacementGroup",
    "TerminationPolicies",
)
# What AWS answers where nothing was given.
DEFAULTS = {
    "AvailabilityZoneDistribution": {"CapacityDistributionStrategy": "balanced-best-effort"},
    "CapacityReservationSpecification": {"CapacityReservationPreference": "default"},
}


def keep_all_of_groups() -> None:
    for operation in ("create_auto_scaling_group", "update_auto_scaling_group"):
        keep_all(operation, getattr(AutoScalingResponse, operation))


def keep_all(operation: str, original) -> None:
    def kept(response):
        given = response._get_params()
        answer = original(response)
        group = response.autoscaling_backend.autoscaling_groups[given["AutoScalingGroupName"]]
        for name, default in DEFAULTS.items():
            attribute = camelcase_to_underscores(name)
            setattr(group, attribute, given.get(name, getattr(group, attribute, default)))
        for name in KEPT:
            if name in given:
                setattr(group, camelcase_to_underscores(name), given[name])
        policy = getattr(group, "instance_maintenance_policy", None)
        if policy and int(policy["MaxHealthyPercentage"]) == -1:
            group.instance_maintenance_policy = None
        return answer

    setattr(AutoScalingResponse, operation, kept)


def describe_scaling_activities(response) -> ActionResult:
    name = response._get_param("AutoScalingGroupName")
    activities = response.autoscaling_backend.__dict__.get("activities", [])
    return ActionResult({"Activities": [one for one in activities if name in (None, one["AutoScalingGroupName"])]})


def start_instance_refresh(response) -> ActionResult:
    """Replaces the instances at once, where AWS does it one after the other."""
    group = response.autoscaling_backend.autoscaling_groups[response._get_param("AutoScalingGroupName")]
    preferences = response._get_params().get("Preferences", {})
    keeps_protected = preferences.get("ScaleInProtectedInstances", "Ignore") != "Refresh"
    replaced = [
        state
        for state in group.active_instances()
        if not (keeps_protected and state.protected_from_scale_in)
        and not (preferences.get("SkipMatching") and matches(group, state))
    ]
    take_out(group, replaced)
    group.set_desired_capacity(group.desired_capacity)
    refresh = {
        "InstanceRefreshId": str(uuid.uuid4()),
        "AutoScalingGroupName": group.name,
        "Status": "Successful",
        "PercentageComplete": 100,
        "Preferences": preferences,
    }
    group.__dict__.setdefault("refreshes", []).insert(0, refresh)
    return ActionResult({"InstanceRefreshId": refresh["InstanceRefreshId"]})


def matches(group: FakeAutoScalingGroup, state: InstanceState) -> bool:
    return (state.instance.image_id, state.instance_type) == (group.image_id, group.instance_type)


def describe_instance_refreshes(response) -> ActionResult:
    group = response.autoscaling_backend.autoscaling_groups[response._get_param("AutoScalingGroupName")]
    return ActionResult({"InstanceRefreshes": group.__dict__.get("refreshes", [])})


def apply() -> None:
    keep_all_of_groups()
    AutoScalingResponse.start_instance_refresh = start_instance_refresh
    AutoScalingResponse.describe_instance_refreshes = describe_instance_refreshes
    AutoScalingResponse.describe_scaling_activities = describe_scaling_activities
