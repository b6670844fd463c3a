"""After a failed deployment the CDK CLI asks CloudTrail for the reason. moto doesn't know the
question, and the CLI would repeat it for half a minute; here nothing has ever been recorded."""

import json

from moto.cloudtrail.responses import CloudTrailResponse


def install() -> None:
    CloudTrailResponse.lookup_events = lambda _: json.dumps({"Events": []})
