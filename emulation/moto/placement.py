"""Where tasks run: each on the first instance that holds it, or on one more where managed scaling can add it."""

from collections import Counter

from container_agents import follow_instances
from container_capacity import Node, Wanted, lack, node_of, put
from container_tasks import definition_of, live, start
from managed_scaling import members_of, scale_out
from moto.ecs.models import Cluster, EC2ContainerServiceBackend, Task

FARGATE = ("FARGATE", "FARGATE_SPOT")


def next_provider(strategy: list[dict], tasks: list[Task]) -> str | None:
    """Of the task that comes after these: first the base, then by weight."""
    counts = Counter(task.capacity_provider_name for task in tasks)
    for item in strategy:
        if counts[item["capacityProvider"]] < item.get("base", 0):
            return item["capacityProvider"]
    weighted = [item for item in strategy if item.get("weight", 0) > 0] or strategy[:1]
    share = lambda item: counts[item["capacityProvider"]] / max(item.get("weight", 0), 1)  # noqa: E731
    return min(weighted, key=share)["capacityProvider"] if weighted else None


class Placement:
    def __init__(self, backend: EC2ContainerServiceBackend, cluster: Cluster):
        self.backend, self.cluster = backend, cluster
        self.nodes: list[Node] = []
        self.refresh()

    def refresh(self) -> None:
        follow_instances(self.backend)
        joined = self.backend.container_instances.get(self.cluster.name, {}).values()
        self.nodes = [node_of(one) for one in joined]
        places = {node.instance.container_instance_arn: node for node in self.nodes}
        for task in live(self.backend, self.cluster.name):
            if task.container_instance_arn in places:
                put(places[task.container_instance_arn], definition_of(self.backend, task), task.group)

    def active(self) -> list[Node]:
        """A draining instance takes no new task."""
        return [node for node in self.nodes if node.instance.status == "ACTIVE"]

    def find(self, wanted: Wanted, provider: str | None) -> Node | None:
        members = members_of(self.backend, provider) if provider else None
        for node in self.active():
            if (members is None or node.instance.ec2_instance_id in members) and lack(node, wanted) is None:
                return node
        return None

    def find_or_add(self, wanted: Wanted, provider: str | None) -> Node | None:
        while True:
            node, known = self.find(wanted, provider), len(self.active())
            if node is not None or provider is None or not scale_out(self.backend, provider, wanted.definition):
                return node
            self.refresh()
            if len(self.active()) <= known:
                return None

    def start(self, wanted: Wanted, provider: str | None, **members) -> Task | None:
        """Starts a task where there is room for it."""
        if provider in FARGATE or members.get("launch_type") == "FARGATE":
            members["capacity_provider_name"] = provider
            return start(self.backend, self.cluster, wanted.definition, wanted.group, None, **members)
        node = self.find_or_add(wanted, provider)
        return node and self.start_on(node, wanted, capacity_provider_name=provider, **members)

    def start_on(self, node: Node, wanted: Wanted, **members) -> Task:
        task = start(self.backend, self.cluster, wanted.definition, wanted.group, node.instance, **members)
        put(node, wanted.definition, wanted.group)
        return task
