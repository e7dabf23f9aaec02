"""Where the tasks of services run, as far as a steady state is concerned: each task on the first instance that holds it."""

from dataclasses import dataclass, field

from cluster_query import matches
from container_agents import follow_instances, registered_memory
from deployments import fails_at_once, give_up, settle
from moto.autoscaling.models import autoscaling_backends
from moto.ec2.models.instance_types import INSTANCE_TYPES
from moto.ecs.models import EC2ContainerServiceBackend, Service

# What the instance itself and the agent listen on.
RESERVED = {(port, "tcp") for port in (22, 2375, 2376, 51678, 51679, 51680)}


@dataclass
class Node:
    """A container instance with what is left of it."""

    instance: object
    cpu: int
    memory: int
    interfaces: int
    ports: set = field(default_factory=lambda: set(RESERVED))
    services: list = field(default_factory=list)


def resources(instance, name: str) -> int:
    return next(one["integerValue"] for one in instance.registered_resources if one["name"] == name)


def node_of(instance) -> Node:
    described = INSTANCE_TYPES.get(instance.attributes["ecs.instance-type"], {})
    interfaces = described.get("NetworkInfo", {}).get("MaximumNetworkInterfaces", 2) - 1
    return Node(instance, resources(instance, "CPU"), resources(instance, "MEMORY"), interfaces)


def needs(task) -> tuple[int, int, set]:
    """CPU units, MiB and static host ports of a task."""
    containers = task.container_definitions
    memory = task.memory or sum(one.get("memoryReservation") or one.get("memory") or 0 for one in containers)
    cpu = task.cpu or sum(one.get("cpu") or 0 for one in containers)
    ports = {
        (mapping.get("hostPort") or mapping.get("containerPort"), mapping.get("protocol", "tcp"))
        for one in containers
        for mapping in one.get("portMappings", [])
        if task.network_mode == "host" or (task.network_mode == "bridge" and mapping.get("hostPort"))
    }
    return int(cpu), int(memory), ports


def holds(node: Node, service: Service, task) -> bool:
    cpu, memory, ports = needs(task)
    constraints = [*getattr(service, "placement_constraints", []), *task.placement_constraints]
    return (
        cpu <= node.cpu
        and memory <= node.memory
        and not ports & node.ports
        and (task.network_mode != "awsvpc" or node.interfaces > 0)
        and all(
            service.arn not in node.services
            if one["type"] == "distinctInstance"
            else matches(one.get("expression", ""), node.instance.attributes)
            for one in constraints
        )
    )


def put(node: Node, service: Service, task) -> None:
    cpu, memory, ports = needs(task)
    node.cpu, node.memory, node.ports = node.cpu - cpu, node.memory - memory, node.ports | ports
    node.interfaces -= task.network_mode == "awsvpc"
    node.services.append(service.arn)


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
