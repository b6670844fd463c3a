"""What an AWS account has before the first stack is deployed: the CDK's bootstrap."""

from . import api

QUALIFIER = "hnb659fds"
BOOTSTRAP_VERSION = "30"


def seed(region: str, account: str) -> None:
    """The parts of `cdk bootstrap` that the CLI looks at. Roles need no seeding: nothing checks them."""
    api.client("ssm", region).put_parameter(
        Name=f"/cdk-bootstrap/{QUALIFIER}/version", Value=BOOTSTRAP_VERSION, Type="String"
    )
    location = (
        {}
        if region == "us-east-1"
        else {"CreateBucketConfiguration": {"LocationConstraint": region}}
    )
    api.client("s3", region).create_bucket(
        Bucket=f"cdk-{QUALIFIER}-assets-{account}-{region}", **location
    )
