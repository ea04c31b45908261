"""Run commands for a benchmark: read each as a line of JSON, write what it took as another.

The peak memory of a process counts that of the process that it was started from, so this one is
small: run it with `python -I -S`.
"""

import json
import os
import sys
import time

for line in sys.stdin:
    command, environment = json.loads(line)
    actions = [
        (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
        (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
        (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
    ]
    began = time.perf_counter()
    process = os.posix_spawn(command[0], command, environment, file_actions=actions)
    _, status, usage = os.wait4(process, 0)
    wall_ms = (time.perf_counter() - began) * 1000
    cpu_ms = (usage.ru_utime + usage.ru_stime) * 1000
    print(json.dumps([status, wall_ms, cpu_ms, usage.ru_maxrss / 1024]), flush=True)
