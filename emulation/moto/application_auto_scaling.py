"""
What Application Auto Scaling does with its targets, and moto does not: it keeps their tags and their role, brings the
resource within the bounds, takes policies and scheduled actions with the target, and refuses them without one.
"""

import json

from moto.applicationautoscaling.models import ApplicationAutoscalingBackend
from moto.applicationautoscaling.responses import ApplicationAutoScalingResponse
from moto.core.exceptions import JsonRESTError
from moto.iam.models import iam_backends

# The service-linked role that the first registration of an account creates (user guide, "Amazon ECS and Application
# Auto Scaling").
PRINCIPAL = "ecs.application-autoscaling.amazonaws.com"
ROLE = "AWSServiceRoleForApplicationAutoScaling_ECSService"


class ObjectNotFoundException(JsonRESTError):
    def __init__(self, what: str, resource_id: str) -> None:
        message = f"No {what} found for service namespace: ecs, resource ID: {resource_id}"
        super().__init__("ObjectNotFoundException", message)


def register(original, response: ApplicationAutoScalingResponse) -> str:
    answer = original(response)
    backend = response.applicationautoscaling_backend
    target = backend.targets[response._get_param("ScalableDimension")][response._get_param("ResourceId")]
    target.role_arn = response._get_param("RoleARN") or target.role_arn or service_linked_role(backend)
    target.tags = {**getattr(target, "tags", {}), **(response._get_param("Tags") or {})}
    keep_within(backend, target)
    return answer


def service_linked_role(backend: ApplicationAutoscalingBackend) -> str:
    iam = iam_backends[backend.account_id][backend.partition]
    roles = {role.name: role for role in iam.get_roles()}
    if ROLE not in roles:
        path = f"/aws-service-role/{PRINCIPAL}/"
        roles[ROLE] = iam.create_role(ROLE, "{}", path, None, "", [], "3600", linked_service=PRINCIPAL)
    return roles[ROLE].arn


def keep_within(backend: ApplicationAutoscalingBackend, target) -> None:
    """Registering compares the current capacity with the bounds (user guide, "Application Auto Scaling concepts")."""
    _, cluster, name = target.resource_id.split("/")
    service = backend.ecs_backend._get_service(cluster, name)
    service.desired_count = max(int(target.min_capacity), min(int(target.max_capacity), int(service.desired_count)))


def deregister(original, response: ApplicationAutoScalingResponse) -> str:
    backend = response.applicationautoscaling_backend
    resource_id = response._get_param("ResourceId")
    require_target(backend, response)
    for policy in [one for one in backend.policies.values() if one.resource_id == resource_id]:
        delete_policy(backend, policy)
    backend.scheduled_actions = [one for one in backend.scheduled_actions if one.resource_id != resource_id]
    return original(response)


def put_policy(original, response: ApplicationAutoScalingResponse) -> str:
    """An update keeps the ARN, which alarms name, and replaces the alarms that the policy has itself."""
    backend = response.applicationautoscaling_backend
    require_target(backend, response)
    key = key_of(response)
    before = backend.policies.get(key)
    answer = json.loads(original(response))
    policy = backend.policies[key]
    if before is not None:
        before.delete_alarms(backend.account_id, backend.region_name)
        policy.policy_arn = before.policy_arn
    return json.dumps({**answer, "PolicyARN": policy.policy_arn})


def remove_policy(original, response: ApplicationAutoScalingResponse) -> str:
    if key_of(response) not in response.applicationautoscaling_backend.policies:
        raise ObjectNotFoundException("scaling policy", response._get_param("ResourceId"))
    return original(response)


def put_action(original, response: ApplicationAutoScalingResponse) -> str:
    require_target(response.applicationautoscaling_backend, response)
    return original(response)


def remove_action(original, response: ApplicationAutoScalingResponse) -> str:
    name, resource_id = response._get_param("ScheduledActionName"), response._get_param("ResourceId")
    actions = response.applicationautoscaling_backend.scheduled_actions
    if all((one.scheduled_action_name, one.resource_id) != (name, resource_id) for one in actions):
        raise ObjectNotFoundException("scheduled action", resource_id)
    return original(response)


def require_target(backend: ApplicationAutoscalingBackend, response: ApplicationAutoScalingResponse) -> None:
    resource_id = response._get_param("ResourceId")
    if resource_id not in backend.targets.get(response._get_param("ScalableDimension"), {}):
        raise ObjectNotFoundException("scalable target", resource_id)


def delete_policy(backend: ApplicationAutoscalingBackend, policy) -> None:
    backend.delete_scaling_policy(
        policy.policy_name, policy.service_namespace, policy.resource_id, policy.scalable_dimension
    )


def key_of(response: ApplicationAutoScalingResponse) -> str:
    names = ("ServiceNamespace", "ResourceId", "ScalableDimension", "PolicyName")
    return "\t".join(response._get_param(name) for name in names)


def tags_of(response: ApplicationAutoScalingResponse) -> dict[str, str]:
    arn = response._get_param("ResourceARN")
    for targets in response.applicationautoscaling_backend.targets.values():
        for target in targets.values():
            if target.arn == arn:
                return target.tags
    raise JsonRESTError("ResourceNotFoundException", f"No resource found for {arn}")


def tag(response: ApplicationAutoScalingResponse) -> str:
    tags_of(response).update(response._get_param("Tags"))
    return "{}"


def untag(response: ApplicationAutoScalingResponse) -> str:
    tags = tags_of(response)
    for key in response._get_param("TagKeys"):
        tags.pop(key, None)
    return "{}"


def list_tags(response: ApplicationAutoScalingResponse) -> str:
    return json.dumps({"Tags": tags_of(response)})


PATCHED = {
    "register_scalable_target": register,
    "deregister_scalable_target": deregister,
    "put_scaling_policy": put_policy,
    "delete_scaling_policy": remove_policy,
    "put_scheduled_action": put_action,
    "delete_scheduled_action": remove_action,
}
ADDED = {"tag_resource": tag, "untag_resource": untag, "list_tags_for_resource": list_tags}


def apply() -> None:
    for operation, patched in PATCHED.items():
        original = getattr(ApplicationAutoScalingResponse, operation)
        setattr(ApplicationAutoScalingResponse, operation, bind(patched, original))
    for operation, added in ADDED.items():
        setattr(ApplicationAutoScalingResponse, operation, added)


def bind(patched, original):
    return lambda response: patched(original, response)
