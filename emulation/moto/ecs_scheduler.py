"""Where the tasks of services run, as far as a steady state is concerned: each task on the first instance that holds it."""

from container_agents import follow_instances, registered_memory
from container_room import Node, holds, needs, node_of, put
from deployments import fails_at_once, give_up, settle
from moto.autoscaling.models import autoscaling_backends
from moto.ec2.models.instance_types import INSTANCE_TYPES
from moto.ecs.models import EC2ContainerServiceBackend, Service


def group_of(backend: EC2ContainerServiceBackend, provider_name: str):
    provider = backend._get_provider(provider_name)
    details = provider.auto_scaling_group_provider if provider else None
    scaling = autoscaling_backends[backend.account_id][backend.region_name]
    return details, scaling.autoscaling_groups.get((details or {}).get("autoScalingGroupArn", "").split("/")[-1])


def next_provider(strategy: list[dict], counts: dict[str, int]) -> str | None:
    """First the base, then by weight."""
    for item in strategy:
        if counts.get(item["capacityProvider"], 0) < item.get("base", 0):
            return item["capacityProvider"]
    weighted = [item for item in strategy if item.get("weight", 0) > 0] or strategy[:1]
    share = lambda item: counts.get(item["capacityProvider"], 0) / max(item.get("weight", 0), 1)  # noqa: E731
    return min(weighted, key=share)["capacityProvider"] if weighted else None


class Scheduler:
    def __init__(self, backend: EC2ContainerServiceBackend, cluster):
        self.backend, self.cluster = backend, cluster
        self.nodes: list[Node] = []

    def refresh(self) -> None:
        follow_instances(self.backend)
        known = {node.instance.ec2_instance_id for node in self.nodes}
        joined = self.backend.container_instances.get(self.cluster.name, {}).values()
        self.nodes += [node_of(one) for one in joined if one.ec2_instance_id not in known]

    def run(self) -> None:
        self.refresh()
        for service in self.backend.services.values():
            if service.cluster_arn == self.cluster.arn and service.status == "ACTIVE" and service.task_definition:
                self.place(service)

    def place(self, service: Service) -> None:
        task = self.backend.describe_task_definition(service.task_definition)
        if fails_at_once(task) and service.desired_count > 0 and give_up(self.backend, service, task):
            task = self.backend.describe_task_definition(service.task_definition)
        if service.scheduling_strategy == "DAEMON":
            service.desired_count = len(self.nodes)
        running = 0 if fails_at_once(task) else self.placed(service, task)
        settle(service, running)

    def placed(self, service: Service, task) -> int:
        counts: dict[str, int] = {}
        strategy = getattr(service, "capacity_provider_strategy", None) or []
        for running in range(service.desired_count):
            provider = next_provider(strategy, counts)
            if not (service.launch_type == "FARGATE" or self.place_one(service, task, provider)):
                return running
            counts[provider or ""] = counts.get(provider or "", 0) + 1
        return service.desired_count

    def place_one(self, service: Service, task, provider: str | None) -> bool:
        if provider in ("FARGATE", "FARGATE_SPOT"):
            return True
        details, group = group_of(self.backend, provider) if provider else (None, None)
        while True:
            members = {state.instance_id for state in group.instance_states} if group else None
            for node in self.nodes:
                if (members is None or node.instance.ec2_instance_id in members) and holds(node, service, task):
                    put(node, service, task)
                    return True
            if not (group and self.scale_out(details, group, task)):
                return False

    def scale_out(self, details: dict, group, task) -> bool:
        """Managed scaling adds an instance, where an empty one could hold the task."""
        described = INSTANCE_TYPES.get(group.instance_type)
        memory = registered_memory(described["MemoryInfo"]["SizeInMiB"]) if described else 0
        known = len(self.nodes)
        if details["managedScaling"]["status"] == "ENABLED" and needs(task)[1] <= memory:
            if int(group.desired_capacity or 0) < int(group.max_size):
                group.set_desired_capacity(int(group.desired_capacity or 0) + 1)
                self.refresh()
        return len(self.nodes) > known


def apply() -> None:
    describe = EC2ContainerServiceBackend.describe_services

    def describe_services(backend, cluster_str, names):
        Scheduler(backend, backend._get_cluster(cluster_str)).run()
        return describe(backend, cluster_str, names)

    EC2ContainerServiceBackend.describe_services = describe_services
