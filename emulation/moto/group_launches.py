"""What the instances of a group are launched from, and where."""

import datetime
import itertools
import uuid

from moto.autoscaling.models import FakeAutoScalingGroup, InstanceState
from moto.ec2.models.instance_types import INSTANCE_TYPE_OFFERINGS
from moto.ssm.models import ssm_backends

PARAMETER = "resolve:ssm:"


def image_of(group: FakeAutoScalingGroup) -> str:
    """Where the template names a parameter in place of an AMI, EC2 looks the AMI up at each launch."""
    image = group.ec2_launch_template.get_version(group.launch_template_version).image_id
    if not image.startswith(PARAMETER):
        return image
    parameter = ssm_backends[group.account_id][group.region].get_parameter(image.removeprefix(PARAMETER))
    return parameter.value if parameter else image


def instance_type_of(group: FakeAutoScalingGroup) -> str:
    """The first override has the highest priority; moto launches the template's own type."""
    overrides = (group.mixed_instances_policy or {}).get("LaunchTemplate", {}).get("Overrides") or [{}]
    template = group.ec2_launch_template.get_version(group.launch_template_version)
    return overrides[0].get("InstanceType") or template.instance_type


def offers(region: str, zone: str, instance_type: str) -> bool:
    offered = INSTANCE_TYPE_OFFERINGS["availability-zone"].get(region, [])
    return any(one["Location"] == zone and one["InstanceType"] == instance_type for one in offered)


def launch(group: FakeAutoScalingGroup, count: int, tags: dict[str, str]) -> None:
    """
    Launches instances in turn in the group's zones, where moto takes its first subnet for all. A zone without the
    instance type fails the launch, and the group tells so among its activities.
    """
    places = [(zone, None) for zone in group.availability_zones]
    if group.vpc_zone_identifier:
        subnets = group.ec2_backend.describe_subnets(subnet_ids=group.vpc_zone_identifier.split(","))
        places = [(subnet.availability_zone, subnet.id) for subnet in subnets]
    instance_type = group.instance_type
    bad = [zone for zone, _ in places if not offers(group.region, zone, instance_type)]
    if bad:
        others = [zone for zone, _ in places if zone not in bad]
        record_failure(group, unsupported(instance_type, bad[0], others))
        places = [(zone, subnet) for zone, subnet in places if zone not in bad]
    tags = {**tags, "aws:autoscaling:groupName": group.name, **group.instance_tags}
    for zone, subnet in itertools.islice(itertools.cycle(places), count):
        launch_one(group, zone, subnet, tags)


def launch_one(group: FakeAutoScalingGroup, zone: str, subnet: str | None, tags: dict[str, str]) -> None:
    reservation = group.ec2_backend.run_instances(
        group.image_id,
        1,
        group.user_data,
        group.security_groups,
        instance_type=group.instance_type,
        tags={"instance": tags},
        placement=zone,
        launch_template={"LaunchTemplateId": group.ec2_launch_template.id},
        is_instance_type_default=False,
        subnet_id=subnet,
    )
    for instance in reservation.instances:
        instance.autoscaling_group = group
        protected = group.new_instances_protected_from_scale_in
        state = InstanceState(instance, protected_from_scale_in=protected)
        group.instance_states.append(state)


def unsupported(instance_type: str, zone: str, others: list[str]) -> str:
    return (
        f"Your requested instance type ({instance_type}) is not supported in your requested Availability Zone ({zone}). "
        "Please retry your request by not specifying an Availability Zone or choosing "
        f"{', '.join(others)}. Launching EC2 instance failed."
    )


def record_failure(group: FakeAutoScalingGroup, message: str) -> None:
    now = datetime.datetime.now(datetime.timezone.utc)
    activity = {
        "ActivityId": str(uuid.uuid4()),
        "AutoScalingGroupName": group.name,
        "Cause": "an instance was started in response to a difference between desired and actual capacity",
        "StartTime": now,
        "EndTime": now,
        "StatusCode": "Failed",
        "StatusMessage": message,
    }
    group.autoscaling_backend.__dict__.setdefault("activities", []).insert(0, activity)


def apply() -> None:
    FakeAutoScalingGroup.image_id = property(image_of)
    FakeAutoScalingGroup.instance_type = property(instance_type_of)
    FakeAutoScalingGroup.replace_autoscaling_group_instances = launch
