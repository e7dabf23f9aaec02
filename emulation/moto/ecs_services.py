"""What Amazon ECS keeps, adds and refuses of a service, and moto does not."""

from moto.core.utils import camelcase_to_underscores
from moto.ecs.exceptions import InvalidParameterException
from moto.ecs.models import Cluster, Service
from moto.ecs.responses import EC2ContainerServiceResponse

# Members that Amazon ECS answers with the deployments.
OF_DEPLOYMENT = ("serviceConnectConfiguration", "volumeConfigurations", "vpcLatticeConfigurations")
# Members that moto keeps by itself.
KEPT = ("cluster", "serviceName", "taskDefinition", "tags", "role", *OF_DEPLOYMENT)
DEPLOYMENT_DEFAULTS = {
    "bakeTimeInMinutes": 0,
    "deploymentCircuitBreaker": {"enable": False, "rollback": False},
    "maximumPercent": 200,
    "minimumHealthyPercent": 100,
    "strategy": "ROLLING",
}
ZONE = "attribute:ecs.availability-zone"


def create(original, response: EC2ContainerServiceResponse):
    given = response._get_params()
    refuse_rebalancing(given)
    answer = original(response)
    service = response.ecs_backend._get_service(given.get("cluster", "default"), given["serviceName"])
    for name, value in given.items():
        if name not in KEPT:
            setattr(service, camelcase_to_underscores(name), value)
    keep_with_deployments(service, given)
    if "networkConfiguration" not in given:
        service.network_configuration = None
    defaults = DEPLOYMENT_DEFAULTS if service.scheduling_strategy == "REPLICA" else {}
    service.deployment_configuration = {**defaults, **given.get("deploymentConfiguration", {})}
    fits = incompatibility({**given, "deploymentConfiguration": service.deployment_configuration}) is None
    service.availability_zone_rebalancing = given.get("availabilityZoneRebalancing", "ENABLED" if fits else "DISABLED")
    follow_strategy(service, response.ecs_backend._get_cluster(given.get("cluster", "default")), given)
    return answer


def update(original, response: EC2ContainerServiceResponse):
    given = response._get_params()
    service = response.ecs_backend._get_service(given.get("cluster", "default"), given["service"].split("/")[-1])
    before = getattr(service, "deployment_configuration", {})
    configuration = {**before, **given.get("deploymentConfiguration", {})}
    refuse_rebalancing(
        {
            "availabilityZoneRebalancing": getattr(service, "availability_zone_rebalancing", "DISABLED"),
            "placementStrategy": getattr(service, "placement_strategy", []),
            "schedulingStrategy": service.scheduling_strategy,
            **given,
            "deploymentConfiguration": configuration,
        }
    )
    service.failure = None
    answer = original(response)
    service.deployment_configuration = configuration
    if service.task_definition:
        service.task_definition = response.ecs_backend.describe_task_definition(service.task_definition).arn
    keep_with_deployments(service, given)
    return answer


def keep_with_deployments(service: Service, given: dict) -> None:
    for name in OF_DEPLOYMENT:
        for deployment in service.deployments if name in given else []:
            deployment[name] = given[name]


def follow_strategy(service: Service, cluster: Cluster, given: dict) -> None:
    """A service that says nothing of its capacity takes the cluster's default strategy; a strategy has no launch type."""
    if "launchType" not in given and not given.get("capacityProviderStrategy"):
        service.capacity_provider_strategy = cluster.default_capacity_provider_strategy or []
    if getattr(service, "capacity_provider_strategy", None):
        service.launch_type = None


def incompatibility(given: dict) -> str | None:
    """Why Availability Zone rebalancing cannot be (developer guide, "Balancing an Amazon ECS service")."""
    first = (given.get("placementStrategy") or [{"type": "spread", "field": ZONE}])[0]
    if given.get("schedulingStrategy") == "DAEMON":
        return "the DAEMON scheduling strategy"
    if given.get("launchType") == "EXTERNAL":
        return "the EXTERNAL launch type"
    if int(given.get("deploymentConfiguration", {}).get("maximumPercent", 200)) <= 100:
        return "maximumPercent <= 100"
    if any(balancer.get("loadBalancerName") for balancer in given.get("loadBalancers", [])):
        return "Classic Load Balancers"
    if any(ZONE in constraint.get("expression", "") for constraint in given.get("placementConstraints", [])):
        return "placement constraints on the Availability Zone"
    if (first.get("type"), first.get("field")) != ("spread", ZONE):
        return "a placement strategy that does not first spread over Availability Zones"
    return None


def refuse_rebalancing(given: dict) -> None:
    reason = incompatibility(given)
    if given.get("availabilityZoneRebalancing") == "ENABLED" and reason is not None:
        raise InvalidParameterException(f"AvailabilityZoneRebalancing does not support {reason}.")


def apply() -> None:
    for operation, patched in (("create_service", create), ("update_service", update)):
        original = getattr(EC2ContainerServiceResponse, operation)
        setattr(EC2ContainerServiceResponse, operation, bind(patched, original))


def bind(patched, original):
    return lambda response: patched(original, response)
