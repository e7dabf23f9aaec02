"""The ECS agents of emulated instances: they join the cluster that their user data names, and leave with the instance."""

import base64
import re

from container_tasks import live, stop
from moto.ec2.models import ec2_backends
from moto.ec2.models.instance_types import INSTANCE_TYPES
from moto.ecs.exceptions import ECSException
from moto.ecs.models import ContainerInstance, EC2ContainerServiceBackend

# In /etc/ecs/ecs.config, and in the settings of Bottlerocket.
CLUSTER = re.compile(r"""ECS_CLUSTER=["']?([\w-]+)|\[settings\.ecs\][^\[]*?\bcluster\s*=\s*"([\w-]+)\"""")


def cluster_of(instance) -> str | None:
    """The cluster in the user data; an agent that is told of none looks for "default"."""
    found = CLUSTER.search(decoded(instance.user_data))
    return next((name for name in found.groups() if name), None) if found else "default"


def decoded(user_data) -> str:
    encoded = user_data.as_bytes() if hasattr(user_data, "as_bytes") else (user_data or "").encode()
    return base64.b64decode(encoded).decode(errors="ignore")


def registered_memory(size_mib: int) -> int:
    """
    What is left of an instance's memory for tasks, in MiB: an instance of 8 GiB was seen to register some 7,660. The
    share of larger ones is an estimate.
    """
    return size_mib - max(532, size_mib * 3 // 100)


def register(backend: EC2ContainerServiceBackend, cluster: str, instance) -> None:
    joined = backend.register_container_instance(cluster, instance.id)
    described = INSTANCE_TYPES.get(instance.instance_type)
    if described is not None:
        sizes = {
            "CPU": described["VCpuInfo"]["DefaultVCpus"] * 1024,
            "MEMORY": registered_memory(described["MemoryInfo"]["SizeInMiB"]),
        }
        for resource in [*joined.registered_resources, *joined.remaining_resources]:
            resource["integerValue"] = sizes.get(resource["name"], resource["integerValue"])


def follow_instances(backend: EC2ContainerServiceBackend) -> None:
    ec2 = ec2_backends[backend.account_id][backend.region_name]
    running = {one.id: one for one in ec2.all_instances() if one.state == "running"}
    known = set()
    for cluster, joined in backend.container_instances.items():
        for key, container_instance in list(joined.items()):
            if container_instance.ec2_instance_id in running:
                known.add(container_instance.ec2_instance_id)
            else:
                leave(backend, cluster, key, container_instance)
    for identifier, instance in running.items():
        cluster = None if identifier in known else cluster_of(instance)
        if cluster in backend.clusters and backend.clusters[cluster].status == "ACTIVE":
            register(backend, cluster, instance)


def leave(backend: EC2ContainerServiceBackend, cluster: str, key: str, gone: ContainerInstance) -> None:
    """Tasks end with their instance."""
    del backend.container_instances[cluster][key]
    backend.clusters[cluster].registered_container_instances_count -= 1
    for task in live(backend, cluster):
        if task.container_instance_arn == gone.container_instance_arn:
            stop(backend, task, "Host EC2 instance terminated.")


def refuse_busy(original, backend: EC2ContainerServiceBackend, cluster_str: str):
    """Amazon ECS deletes no cluster with services, instances or tasks; moto deletes any."""
    cluster = backend._get_cluster(cluster_str)
    follow_instances(backend)
    services = [one for one in backend.services.values() if one.cluster_arn == cluster.arn and one.status == "ACTIVE"]
    if services:
        raise refusal("ClusterContainsServicesException", "while services are active")
    if backend.container_instances.get(cluster.name):
        raise refusal("ClusterContainsContainerInstancesException", "while container instances are active or draining")
    if live(backend, cluster.name):
        raise refusal("ClusterContainsTasksException", "while tasks are active")
    return original(backend, cluster_str)


def refusal(code: str, when: str) -> ECSException:
    return ECSException(code, f"The cluster cannot be deleted {when}.")


def apply() -> None:
    delete = EC2ContainerServiceBackend.delete_cluster
    EC2ContainerServiceBackend.delete_cluster = lambda backend, cluster: refuse_busy(delete, backend, cluster)
