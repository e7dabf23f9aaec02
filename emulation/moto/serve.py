"""Serves moto on a free port of the loopback interface and prints the port.

Its life hangs on standard input, which ends with the process that started it, however that one ends: the server then
removes the session's folder (the first argument) and stops. After the line "keep" it outlives that process, and stops as
soon as the folder is gone. The second argument is the parameter of an older AMI, which it serves too.
"""

import os
import shutil
import signal
import sys
import time

import amazon_ecs
import application_auto_scaling
import container_agents
import container_tasks
import ec2_auto_scaling
import ecs_scheduler
import ecs_services
import group_launches
import group_terminations
import load_balancing
import managed_draining
import older_amis
import queue_attributes
import run_task
from moto.server import ThreadedMotoServer


def until_the_session_ends(folder: str) -> None:
    for line in sys.stdin:
        if line.strip() == "keep":
            while os.path.isdir(folder):
                time.sleep(0.2)
            return


def remove(folder: str) -> None:
    """A command of the session that is still ending may write once more: try again, for five seconds."""
    for _ in range(50):
        shutil.rmtree(folder, ignore_errors=True)
        if not os.path.exists(folder):
            return
        time.sleep(0.1)


amazon_ecs.apply()
ec2_auto_scaling.apply()
group_launches.apply()
group_terminations.apply()
managed_draining.apply()
ecs_services.apply()
container_agents.apply()
container_tasks.apply()
run_task.apply()
load_balancing.apply()
application_auto_scaling.apply()
queue_attributes.apply()
older_amis.apply(sys.argv[2])
ecs_scheduler.apply()
# Ctrl-C reaches every process of the terminal; commands that are ending in good order still need the server.
signal.signal(signal.SIGINT, signal.SIG_IGN)
server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
server.start()
print(server.get_host_and_port()[1], flush=True)
until_the_session_ends(sys.argv[1])
remove(sys.argv[1])
os._exit(0)
