"""What Amazon ECS keeps, answers and takes, and moto does not."""

from moto.core.utils import camelcase_to_underscores
from moto.ecs.models import CapacityProvider, EC2ContainerServiceBackend, TaskDefinition
from moto.ecs.responses import EC2ContainerServiceResponse

# Members of a service that Amazon ECS answers with its deployments.
OF_DEPLOYMENT = ("serviceConnectConfiguration", "volumeConfigurations", "vpcLatticeConfigurations")


def keep_all_of_services() -> None:
    """moto keeps most members of a service only when they come with UpdateService."""
    create = EC2ContainerServiceResponse.create_service
    update = EC2ContainerServiceResponse.update_service

    def keep(response: EC2ContainerServiceResponse, service: object) -> None:
        for name, value in response._get_params().items():
            if name in OF_DEPLOYMENT:
                for deployment in service.deployments:
                    deployment[name] = value

    def create_service(response):
        given = response._get_params()
        answer = create(response)
        service = response.ecs_backend._get_service(given.get("cluster", "default"), given["serviceName"])
        for name, value in given.items():
            if name in OF_DEPLOYMENT or name in ("cluster", "serviceName", "taskDefinition", "tags", "role"):
                continue
            setattr(service, camelcase_to_underscores(name), value)
        keep(response, service)
        if "networkConfiguration" not in given:
            service.network_configuration = None
        follow_default_strategy(response, service, given)
        return answer

    def update_service(response):
        given = response._get_params()
        cluster, name = given.get("cluster", "default"), given["service"]
        answer = update(response)
        keep(response, response.ecs_backend._get_service(cluster, name))
        return answer

    EC2ContainerServiceResponse.create_service = create_service
    EC2ContainerServiceResponse.update_service = update_service


def follow_default_strategy(response: EC2ContainerServiceResponse, service: object, given: dict) -> None:
    """A service that says nothing of its capacity takes the cluster's default strategy, and no launch type."""
    if "launchType" not in given and not given.get("capacityProviderStrategy"):
        cluster = response.ecs_backend._get_cluster(given.get("cluster", "default"))
        service.capacity_provider_strategy = cluster.default_capacity_provider_strategy or []
    if getattr(service, "capacity_provider_strategy", None):
        service.launch_type = None


def keep_all_of_task_definitions() -> None:
    """moto forgets some members, and takes every compatibility but EC2 for Fargate's."""
    register = EC2ContainerServiceResponse.register_task_definition
    validate = EC2ContainerServiceBackend._validate_container_defs
    init = TaskDefinition.__init__

    def register_task_definition(response):
        answer = register(response)
        family = response._get_param("family")
        registered = response.ecs_backend.describe_task_definition(family)
        registered.enable_fault_injection = response._get_param("enableFaultInjection", False)
        return answer

    def init_task_definition(definition, *args, network_mode=None, requires_compatibilities=None, **others):
        init(
            definition, *args, network_mode=network_mode, requires_compatibilities=requires_compatibilities, **others
        )
        wanted = requires_compatibilities or ["EC2"]
        definition.compatibilities = list(dict.fromkeys(["EC2", *wanted]))
        definition.network_mode = network_mode or ("awsvpc" if wanted == ["FARGATE"] else "bridge")

    EC2ContainerServiceResponse.register_task_definition = register_task_definition
    TaskDefinition.__init__ = init_task_definition
    # A reservation is enough for EC2, too, which moto denies where the compatibility is given.
    EC2ContainerServiceBackend._validate_container_defs = staticmethod(
        lambda memory, definitions, _compatibilities: validate(memory, definitions, None)
    )


def keep_managed_draining() -> None:
    """Amazon ECS drains unless told otherwise; moto drops the setting from an update."""
    prepare, update = CapacityProvider._prepare_asg_provider, CapacityProvider.update

    def prepare_provider(provider, details):
        details.setdefault("managedDraining", "ENABLED")
        return prepare(provider, details)

    def update_provider(provider, details):
        if "managedDraining" in details:
            provider.auto_scaling_group_provider["managedDraining"] = details["managedDraining"]
        update(provider, details)

    CapacityProvider._prepare_asg_provider, CapacityProvider.update = prepare_provider, update_provider


def describe_all_capacity_providers() -> None:
    """Amazon ECS describes all where none is named; moto fails. Without this, none that was left behind could be found."""
    described = EC2ContainerServiceBackend.describe_capacity_providers
    EC2ContainerServiceBackend.describe_capacity_providers = lambda backend, names: described(
        backend, names or list(backend.capacity_providers)
    )


def apply() -> None:
    keep_all_of_services()
    keep_all_of_task_definitions()
    keep_managed_draining()
    describe_all_capacity_providers()
