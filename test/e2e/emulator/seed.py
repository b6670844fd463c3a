"""What an AWS account has before the first stack is deployed: the CDK's bootstrap, and the hosted zone of a domain."""

from moto.route53.models import route53_backends

from . import api

QUALIFIER = "hnb659fds"
BOOTSTRAP_VERSION = "30"
#: Examples name it, as nobody can look it up before the emulator runs.
HOSTED_ZONE, DOMAIN = "Z0123456789EXAMPLE00", "office.example.com"


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
    seed_hosted_zone(region, account)


def seed_hosted_zone(region: str, account: str) -> None:
    zone = api.client("route53", region).create_hosted_zone(Name=DOMAIN, CallerReference="seed")["HostedZone"]
    zones = route53_backends[account]["aws"].zones
    zones[HOSTED_ZONE] = zones.pop(zone["Id"].split("/")[-1])
    zones[HOSTED_ZONE].resource_id = HOSTED_ZONE
