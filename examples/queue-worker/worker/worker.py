"""Does the jobs of a queue one after the other. One that fails comes back, and ends with the dead letters."""

import os
import signal

import boto3

from model import predict

queue = os.environ["QUEUE_URL"]
sqs = boto3.client("sqs")
stopping = False


def stop(*_):
    """Amazon ECS ends the task soon: finish this job, and take no other."""
    global stopping
    stopping = True


signal.signal(signal.SIGTERM, stop)
while not stopping:
    for job in sqs.receive_message(QueueUrl=queue, MaxNumberOfMessages=1).get("Messages", []):
        try:
            print(predict(job["Body"]), flush=True)
        except Exception as error:
            print(f"job {job['MessageId']} failed: {error!r}", flush=True)
        else:
            sqs.delete_message(QueueUrl=queue, ReceiptHandle=job["ReceiptHandle"])
