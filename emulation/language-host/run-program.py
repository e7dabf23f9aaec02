"""Runs a Pulumi program for the engine that the environment names: run-program.py FOLDER [ARGUMENT...]"""

import asyncio
import logging
import os
import runpy
import sys
import traceback

from pulumi import RunError, log, runtime

# The exit code of a program that has already told the person what is wrong.
BAIL = 32


def run(folder: str) -> None:
    sys.path.insert(0, folder)
    runpy.run_path(folder if os.path.isfile(folder) else os.path.join(folder, "__main__.py"), run_name="__main__")


def main(folder: str) -> int:
    runtime.set_all_config(runtime.get_config_env(), runtime.get_config_secret_keys_env())
    runtime.configure(
        runtime.Settings(
            organization=os.environ["PULUMI_ORGANIZATION"],
            project=os.environ["PULUMI_PROJECT"],
            stack=os.environ["PULUMI_STACK"],
            root_directory=os.environ["PULUMI_ROOT_DIRECTORY"],
            monitor=os.environ["PULUMI_MONITOR"],
            engine=os.environ["PULUMI_ENGINE"],
            parallel=int(os.environ["PULUMI_PARALLEL"]),
            dry_run=os.environ["PULUMI_DRY_RUN"] == "true",
        )
    )
    # A program that fails leaves outputs that nobody waits for; asyncio would tell of each.
    logging.getLogger("asyncio").setLevel(logging.CRITICAL)
    try:
        asyncio.run(runtime.run_in_stack(lambda: run(folder)))
        return 0
    except RunError as error:
        log.error(str(error))
    except Exception:
        log.error(traceback.format_exc())
    return BAIL


if __name__ == "__main__":
    del sys.argv[0]
    sys.exit(main(sys.argv[0]))
