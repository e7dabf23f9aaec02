"""What a container instance has left, and what a task needs of it."""

from dataclasses import dataclass, field

from cluster_query import matches
from moto.ec2.models.instance_types import INSTANCE_TYPES
from moto.ecs.models import ContainerInstance, TaskDefinition

# What the instance itself and the agent listen on.
RESERVED = {(port, "tcp") for port in (22, 2375, 2376, 51678, 51679, 51680)}


@dataclass(frozen=True)
class Wanted:
    """A task that looks for an instance."""

    definition: TaskDefinition
    group: str
    constraints: tuple[dict, ...] = ()


@dataclass
class Node:
    """A container instance with what is left of it, and the groups of the tasks on it."""

    instance: ContainerInstance
    cpu: int
    memory: int
    interfaces: int
    ports: set = field(default_factory=lambda: set(RESERVED))
    groups: list[str] = field(default_factory=list)


def resource(instance: ContainerInstance, name: str) -> int:
    return next(one["integerValue"] for one in instance.registered_resources if one["name"] == name)


def node_of(instance: ContainerInstance) -> Node:
    described = INSTANCE_TYPES.get(instance.attributes["ecs.instance-type"], {})
    interfaces = described.get("NetworkInfo", {}).get("MaximumNetworkInterfaces", 2) - 1
    return Node(instance, resource(instance, "CPU"), resource(instance, "MEMORY"), interfaces)


def needs(definition: TaskDefinition) -> tuple[int, int, set]:
    """CPU units, MiB and static host ports of a task."""
    containers = definition.container_definitions
    memory = definition.memory or sum(one.get("memoryReservation") or one.get("memory") or 0 for one in containers)
    cpu = definition.cpu or sum(one.get("cpu") or 0 for one in containers)
    ports = {
        (mapping.get("hostPort") or mapping.get("containerPort"), mapping.get("protocol", "tcp"))
        for one in containers
        for mapping in one.get("portMappings", [])
        if definition.network_mode == "host" or (definition.network_mode == "bridge" and mapping.get("hostPort"))
    }
    return int(cpu), int(memory), ports


def lack(node: Node, wanted: Wanted) -> str | None:
    """What keeps a task from an instance, as a failure of RunTask tells it (developer guide, "API failure reasons")."""
    cpu, memory, ports = needs(wanted.definition)
    if cpu > node.cpu:
        return "RESOURCE:CPU"
    if memory > node.memory:
        return "RESOURCE:MEMORY"
    if ports & node.ports:
        return "RESOURCE:PORTS"
    if wanted.definition.network_mode == "awsvpc" and node.interfaces <= 0:
        return "RESOURCE:ENI"
    for constraint in [*wanted.constraints, *wanted.definition.placement_constraints]:
        if constraint["type"] == "distinctInstance" and wanted.group in node.groups:
            return "DistinctInstance placement constraint unsatisfied."
        if constraint["type"] == "memberOf" and not matches(constraint.get("expression", ""), subjects(node)):
            return "MemberOf placement constraint unsatisfied."
    return None


def subjects(node: Node) -> dict[str, set[str]]:
    return {
        **{f"attribute:{name}": {value} for name, value in node.instance.attributes.items() if value is not None},
        "ec2InstanceId": {node.instance.ec2_instance_id},
        "task:group": set(node.groups),
    }


def put(node: Node, definition: TaskDefinition, group: str) -> None:
    cpu, memory, ports = needs(definition)
    node.cpu, node.memory, node.ports = node.cpu - cpu, node.memory - memory, node.ports | ports
    node.interfaces -= definition.network_mode == "awsvpc"
    node.groups.append(group)
