"""Amazon SQS keeps which queues may have another one for their dead letters; moto does not know that attribute."""

from moto.sqs.models import Queue


def apply() -> None:
    Queue.BASE_ATTRIBUTES = [*Queue.BASE_ATTRIBUTES, "RedriveAllowPolicy"]
    Queue.redrive_allow_policy = ""
