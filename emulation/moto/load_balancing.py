"""
What Elastic Load Balancing keeps and takes, and moto does not; and the targets that Amazon ECS registers: the running
tasks of each service, by instance and host port, or in network mode awsvpc by their own address.
"""

from container_tasks import OF_SERVICE, definition_of, live
from moto.ecs.models import EC2ContainerServiceBackend, Service, Task
from moto.elbv2.models import ELBv2Backend, FakeAction, elbv2_backends

# The first port that Docker chooses, where a port mapping leaves it the choice.
FIRST_EPHEMERAL = 32768


def register_tasks(backend: EC2ContainerServiceBackend) -> None:
    groups = elbv2_backends[backend.account_id][backend.region_name].target_groups
    targets: dict[str, dict[str, dict]] = {}
    for service in backend.services.values():
        for balancer in getattr(service, "load_balancers", None) or []:
            of_group = targets.setdefault(balancer.get("targetGroupArn"), {})
            for target in targets_of(backend, service, balancer) if service.status == "ACTIVE" else []:
                of_group[target["Id"]] = target
    for arn, group in groups.items():
        # Those that Amazon ECS registered once and that no service has any more go.
        if arn in targets or getattr(group, "of_service", False):
            group.of_service = True
            group.targets = targets.get(arn, {})


def targets_of(backend: EC2ContainerServiceBackend, service: Service, balancer: dict):
    tasks = [one for one in live(backend, service.cluster_name) if one.group == OF_SERVICE + service.name]
    for number, task in enumerate(one for one in tasks if one.last_status == "RUNNING"):
        port = int(balancer["containerPort"])
        address = address_of(task)
        if address is not None:
            yield {"Id": address, "Port": port}
        elif task.container_instance_arn:
            instance = backend.container_instances[service.cluster_name][task.container_instance_arn.split("/")[-1]]
            host_port = host_port_of(backend, task, balancer["containerName"], port)
            yield {"Id": instance.ec2_instance_id, "Port": host_port or FIRST_EPHEMERAL + number}


def address_of(task: Task) -> str | None:
    details = [detail for attachment in task.attachments for detail in attachment["details"]]
    return next((one["value"] for one in details if one["name"] == "privateIPv4Address"), None)


def host_port_of(backend: EC2ContainerServiceBackend, task: Task, container: str, port: int) -> int:
    for definition in definition_of(backend, task).container_definitions:
        for mapping in definition.get("portMappings", []) if definition["name"] == container else []:
            if mapping.get("containerPort") == port:
                return int(mapping.get("hostPort") or 0)
    return 0


def shift_traffic(backend: EC2ContainerServiceBackend, place: str, current: str, former: str) -> None:
    """All traffic of a listener's rule, or of a network load balancer's listener, goes to another target group."""
    balancing = elbv2_backends[backend.account_id][backend.region_name]
    weights = [{"TargetGroupArn": arn, "Weight": weight} for arn, weight in ((current, 100), (former, 0))]
    actions = [{"Type": "forward", "ForwardConfig": {"TargetGroups": weights}}]
    if ":listener-rule/" in place:
        balancing.modify_rule(place, [], actions)
    else:
        balancing.modify_listener(place, actions=actions)


def keep_balancers_of_targets() -> None:
    """A target group that a listener or a rule is given later is bound to the load balancer too; moto forgets that."""
    modify_rule, modify_listener = ELBv2Backend.modify_rule, ELBv2Backend.modify_listener

    def modify_rule_and_bind(backend, rule_arn, conditions, actions):
        rule = modify_rule(backend, rule_arn, conditions, actions)
        bind(backend, rule.listener_arn, actions)
        return rule

    def modify_listener_and_bind(
        backend, arn, port=None, protocol=None, ssl_policy=None, certificates=None, actions=None
    ):
        # moto takes no TLS here, although it created the listener.
        taken = "HTTPS" if protocol == "TLS" else protocol
        # Another default certificate leaves the further ones; moto drops them.
        further = backend.describe_listeners(None, [arn])[0].certificates[1:]
        listener = modify_listener(backend, arn, port, taken, ssl_policy, certificates, actions)
        listener.protocol = protocol or listener.protocol
        listener.certificates = listener.certificates[:1] + further
        bind(backend, arn, actions)
        return listener

    ELBv2Backend.modify_rule = modify_rule_and_bind
    ELBv2Backend.modify_listener = modify_listener_and_bind


def name_network_balancers() -> None:
    """The ARN of a network load balancer says so, and those of its listeners; moto names all as application ones."""
    create = ELBv2Backend.create_load_balancer

    def create_and_name(backend, *args, **settings):
        balancer = create(backend, *args, **settings)
        if balancer.type == "network":
            del backend.load_balancers[balancer.arn]
            tags = backend.tagging_service.list_tags_for_resource(balancer.arn)["Tags"]
            backend.tagging_service.delete_all_tags_for_resource(balancer.arn)
            balancer.arn = balancer.arn.replace(":loadbalancer/app/", ":loadbalancer/net/")
            backend.load_balancers[balancer.arn] = balancer
            backend.tagging_service.tag_resource(balancer.arn, tags)
        return balancer

    ELBv2Backend.create_load_balancer = create_and_name


def bind(backend: ELBv2Backend, listener_arn: str, actions: list[dict] | None) -> None:
    balancer = backend.describe_listeners(None, [listener_arn])[0].load_balancer_arn
    for action in [FakeAction(one) for one in actions or []]:
        for arn in backend._get_target_group_arns_from(action.data) if action.type == "forward" else []:
            group = backend.target_groups[arn]
            if balancer not in group.load_balancer_arns:
                group.load_balancer_arns.append(balancer)


def apply() -> None:
    keep_balancers_of_targets()
    name_network_balancers()
