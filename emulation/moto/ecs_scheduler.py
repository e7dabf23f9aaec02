"""
What Amazon ECS does by itself, after each call of its API and of those of Auto Scaling: services run their tasks, tasks
that wait find an instance, groups of capacity providers change their size, instances that end are drained.
"""

import threading

from container_agents import follow_instances
from container_tasks import OF_SERVICE, live, stop
from container_capacity import Node
from group_terminations import end_held
from load_balancing import register_tasks
from managed_scaling import adjust
from moto.applicationautoscaling.responses import ApplicationAutoScalingResponse
from moto.autoscaling.models import autoscaling_backends
from moto.autoscaling.responses import AutoScalingResponse
from moto.ecs.models import Cluster, EC2ContainerServiceBackend, ecs_backends
from moto.ecs.responses import EC2ContainerServiceResponse
from placement import Placement
from run_task import place_waiting
from service_rollout import roll_out

# What one call changes, another must not see half done.
LOCK = threading.RLock()


def schedule(backend: EC2ContainerServiceBackend, gives_up: bool) -> None:
    follow_instances(backend)
    for cluster in list(backend.clusters.values()):
        if cluster.status == "ACTIVE":
            schedule_tasks(backend, cluster)
            adjust(backend, cluster, gives_up)
            schedule_tasks(backend, cluster)
    register_tasks(backend)
    end_held(autoscaling_backends[backend.account_id][backend.region_name])
    follow_instances(backend)
    for cluster in backend.clusters.values():
        count(backend, cluster)


def schedule_tasks(backend: EC2ContainerServiceBackend, cluster: Cluster) -> None:
    services = [one for one in backend.services.values() if one.cluster_arn == cluster.arn]
    groups = {OF_SERVICE + one.name for one in services if one.status == "ACTIVE"}
    for task in live(backend, cluster.name):
        if task.group.startswith(OF_SERVICE) and task.group not in groups:
            stop(backend, task, "Service deleted")
    placement = Placement(backend, cluster)
    for service in services:
        if service.status == "ACTIVE" and service.task_definition:
            roll_out(placement, service)
    for task in live(backend, cluster.name):
        if task.last_status == "PROVISIONING":
            place_waiting(placement, task)
    for node in placement.nodes:
        describe(node)


def describe(node: Node) -> None:
    node.instance.running_tasks_count = len(node.groups)
    for resource in node.instance.remaining_resources:
        left = {"CPU": node.cpu, "MEMORY": node.memory}
        resource["integerValue"] = left.get(resource["name"], resource["integerValue"])


def count(backend: EC2ContainerServiceBackend, cluster: Cluster) -> None:
    tasks = live(backend, cluster.name)
    waiting = [task for task in tasks if task.last_status == "PROVISIONING"]
    cluster.pending_tasks_count, cluster.running_tasks_count = len(waiting), len(tasks) - len(waiting)


def apply() -> None:
    for responses in (EC2ContainerServiceResponse, AutoScalingResponse, ApplicationAutoScalingResponse):
        responses.call_action = followed(responses.call_action)


def followed(dispatch):
    """
    Managed scaling takes a quarter of an hour before it gives an instance up. Here that time has gone by when somebody
    asks for the container instances, which Pulumi's provider never does: a destroy finds them as it would with AWS.
    """

    def call_action(response):
        with LOCK:
            backend = ecs_backends[response.current_account][response.region]
            gives_up = response._get_action() in ("ListContainerInstances", "DescribeContainerInstances")
            schedule(backend, gives_up)
            answer = dispatch(response)
            schedule(backend, gives_up)
            return answer

    return call_action
