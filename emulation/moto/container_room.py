"""What a container instance has left, and what a task needs of it."""

from dataclasses import dataclass, field

from cluster_query import matches
from moto.ec2.models.instance_types import INSTANCE_TYPES
from moto.ecs.models import Service

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
