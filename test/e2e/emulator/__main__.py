"""Serves the emulator on a free loopback port and prints its URL as the first line of the output.

It stops when its standard input closes, so it can't outlive the test run that started it. A line of
the input is an incident, and is answered by a line.
"""

import json
import logging
import os
import sys
import threading

ACCOUNT = "111122223333"

# moto and boto3 read these when they are imported.
os.environ["MOTO_ACCOUNT_ID"] = ACCOUNT
os.environ["MOTO_IAM_LOAD_MANAGED_POLICIES"] = "true"
os.environ["AWS_ACCESS_KEY_ID"] = "emulator"
os.environ["AWS_SECRET_ACCESS_KEY"] = "emulator"
os.environ["AWS_EC2_METADATA_DISABLED"] = "true"

from moto.moto_server.werkzeug_app import (  # noqa: E402
    DomainDispatcherApplication,
    MotoRequestHandler,
    create_backend_app,
)
from werkzeug.serving import make_server  # noqa: E402

from . import api, resources, stacks, trail  # noqa: E402
from .incidents import Incidents  # noqa: E402
from .seed import seed  # noqa: E402


def main() -> None:
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    app = DomainDispatcherApplication(create_backend_app)
    server = make_server(
        "127.0.0.1", 0, app, threaded=True, request_handler=MotoRequestHandler
    )
    url = f"http://127.0.0.1:{server.server_port}"
    os.environ["MOTO_PORT"] = str(server.server_port)
    api.endpoint = url
    resources.load_all()
    stacks.install()
    trail.install()

    threading.Thread(target=server.serve_forever, daemon=True).start()
    seed(os.environ["AWS_REGION"], ACCOUNT)
    print(url, flush=True)
    incidents = Incidents(ACCOUNT, os.environ["AWS_REGION"])
    for line in sys.stdin:
        print(happen(incidents, line), flush=True)
    # Threads of the server may be mid-request; nothing in memory is worth waiting for.
    os._exit(0)


def happen(incidents: Incidents, line: str) -> str:
    try:
        incidents.happen(**json.loads(line))
        return "done"
    except Exception as error:  # The test that asked for it fails, and not the emulator.
        return f"{type(error).__name__}: {error}"


if __name__ == "__main__":
    main()
