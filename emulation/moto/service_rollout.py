"""How a service comes to run what it should: new tasks as its deployment configuration lets them, old ones stopped."""

import math

from container_capacity import Wanted, lack
from container_tasks import OF_SERVICE, live, stop
from deployments import fails_at_once, give_up, settle
from moto.ecs.models import Service, Task, TaskDefinition
from placement import Placement, next_provider


class Rollout:
    def __init__(self, placement: Placement, service: Service, definition: TaskDefinition):
        self.placement, self.service = placement, service
        constraints = tuple(getattr(service, "placement_constraints", None) or [])
        self.wanted = Wanted(definition, OF_SERVICE + service.name, constraints)
        self.deployment = (definition.arn, *[one["id"] for one in service.deployments[:1]])

    def tasks(self) -> tuple[list[Task], list[Task]]:
        """Those that the deployment started, and those that it has to replace, also for a draining instance."""
        own = [one for one in live(self.placement.backend, self.service.cluster_name) if one.group == self.wanted.group]
        active = {node.instance.container_instance_arn for node in self.placement.active()}
        is_fresh = lambda task: (  # noqa: E731
            task.deployment == self.deployment and task.container_instance_arn in (None, *active)
        )
        return [task for task in own if is_fresh(task)], [task for task in own if not is_fresh(task)]

    def start(self, provider: str | None) -> bool:
        network = self.service.network_configuration or None
        launch_type = self.service.launch_type or ""
        task = self.placement.start(
            self.wanted, provider, launch_type=launch_type, networking_configuration=network, started_by="ecs-svc"
        )
        if task is not None:
            task.deployment = self.deployment
        return task is not None

    def stop(self, task: Task) -> None:
        stop(self.placement.backend, task, "Scaling activity initiated by deployment")
        self.placement.refresh()

    def run_replicas(self) -> int:
        """Never fewer tasks than the minimum, nor more than the maximum, percent of those desired."""
        desired = self.service.desired_count
        configuration = getattr(self.service, "deployment_configuration", {})
        minimum = math.ceil(desired * int(configuration.get("minimumHealthyPercent", 100)) / 100)
        maximum = math.floor(desired * int(configuration.get("maximumPercent", 200)) / 100)
        strategy = getattr(self.service, "capacity_provider_strategy", None) or []
        while True:
            fresh, stale = self.tasks()
            running = len(fresh) + len(stale)
            if len(fresh) > desired:
                self.stop(fresh[-1])
            elif len(fresh) < desired and running < maximum and self.start(next_provider(strategy, fresh)):
                continue
            elif stale and running > minimum:
                self.stop(stale[0])
            else:
                return len(fresh)

    def run_daemons(self) -> int:
        """One on each instance that holds it."""
        fresh, stale = self.tasks()
        for task in stale:
            self.stop(task)
        occupied = {task.container_instance_arn for task in fresh}
        nodes = self.placement.active()
        self.service.desired_count = len(nodes)
        for node in nodes:
            if node.instance.container_instance_arn not in occupied and lack(node, self.wanted) is None:
                task = self.placement.start_on(node, self.wanted, started_by="ecs-svc")
                task.deployment = self.deployment
        return len(self.tasks()[0])


def roll_out(placement: Placement, service: Service) -> None:
    backend = placement.backend
    definition = backend.describe_task_definition(service.task_definition)
    if fails_at_once(definition) and service.desired_count > 0 and give_up(backend, service, definition):
        definition = backend.describe_task_definition(service.task_definition)
    rollout = Rollout(placement, service, definition)
    if fails_at_once(definition):
        settle(service, 0)
    else:
        settle(service, rollout.run_daemons() if service.scheduling_strategy == "DAEMON" else rollout.run_replicas())
