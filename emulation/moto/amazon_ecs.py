"""What Amazon ECS keeps, answers and takes, and moto does not."""

from moto.autoscaling.models import autoscaling_backends
from moto.ecs.models import EC2ContainerServiceBackend, TaskDefinition
from moto.ecs.responses import EC2ContainerServiceResponse

MANAGED = "AmazonECSManaged"


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
        definition.cpu, definition.memory = units(definition.cpu, "vcpu"), units(definition.memory, "gb")
        definition.network_mode = network_mode or ("awsvpc" if wanted == ["FARGATE"] else "bridge")

    EC2ContainerServiceResponse.register_task_definition = register_task_definition
    TaskDefinition.__init__ = init_task_definition
    # A reservation is enough for EC2, too, which moto denies where the compatibility is given.
    EC2ContainerServiceBackend._validate_container_defs = staticmethod(
        lambda memory, definitions, _compatibilities: validate(memory, definitions, None)
    )


def units(size: str | None, unit: str) -> str | None:
    """Amazon ECS answers "1 vCPU" and "2 GB" as CPU units and MiB."""
    text = (size or "").lower().replace(" ", "")
    return str(int(float(text.removesuffix(unit)) * 1024)) if text.endswith(unit) else size


def keep_capacity_providers_in_use() -> None:
    """Amazon ECS answers no error, and the capacity provider stays active; moto deletes it from under the cluster."""
    delete = EC2ContainerServiceBackend.delete_capacity_provider

    def delete_capacity_provider(backend, name_or_arn):
        provider = backend._get_provider(name_or_arn)
        for cluster in backend.clusters.values():
            if cluster.status == "ACTIVE" and provider.name in (cluster.capacity_providers or []):
                provider.update_status = "DELETE_FAILED"
                provider.update_status_reason = (
                    "The capacity provider cannot be deleted because it is associated with cluster: "
                    f"{cluster.name}. Remove the capacity provider from the cluster and try again."
                )
                return provider
        provider.update_status, provider.update_status_reason = "DELETE_COMPLETE", None
        return delete(backend, name_or_arn)

    EC2ContainerServiceBackend.delete_capacity_provider = delete_capacity_provider


def tag_managed_groups() -> None:
    """Amazon ECS tags the group of a capacity provider whose scaling it manages."""
    create = EC2ContainerServiceBackend.create_capacity_provider

    def create_capacity_provider(backend, name, asg_details, tags):
        provider = create(backend, name, asg_details, tags)
        scaling = autoscaling_backends[backend.account_id][backend.region_name]
        group = scaling.autoscaling_groups.get(asg_details["autoScalingGroupArn"].split("/")[-1])
        managed = asg_details["managedScaling"]["status"] == "ENABLED"
        if group is not None and managed and all(tag["Key"] != MANAGED for tag in group.tags):
            group.tags = [*group.tags, {"Key": MANAGED, "Value": "", "PropagateAtLaunch": True}]
        return provider

    EC2ContainerServiceBackend.create_capacity_provider = create_capacity_provider


def describe_all_capacity_providers() -> None:
    """Amazon ECS describes all where none is named; moto fails. Without this, none that was left behind could be found."""
    described = EC2ContainerServiceBackend.describe_capacity_providers
    EC2ContainerServiceBackend.describe_capacity_providers = lambda backend, names: described(
        backend, names or list(backend.capacity_providers)
    )


def apply() -> None:
    keep_all_of_task_definitions()
    keep_capacity_providers_in_use()
    tag_managed_groups()
    describe_all_capacity_providers()
