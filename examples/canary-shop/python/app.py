from aws_cdk import App, Duration, Stack, aws_ec2 as ec2, aws_ecs as ecs, aws_servicediscovery as cloudmap
from cdk_ecs_guardrails import (
    Deployment, DeploymentHook, EcsGuardrails, FargateSize, FargateWebService, FargateWorkerService, Ingress, ServiceConnectDiscovery,
    ServiceConnectEndpoint, TaskRoleBundle, TestTraffic,
)
from constructs import Construct


class CanaryShopStack(Stack):
    """A shop that calls a service of its own, deployed as a canary that waits until someone has tried it."""

    def __init__(self, scope: Construct, id: str) -> None:
        super().__init__(scope, id)
        vpc = ec2.Vpc(self, "Vpc", max_azs=2, nat_gateways=1)
        cluster = ecs.Cluster(self, "Cluster", vpc=vpc, container_insights_v2=ecs.ContainerInsights.ENABLED)
        namespace = cloudmap.HttpNamespace(self, "Namespace", name="shop")
        image = ecs.ContainerImage.from_registry("public.ecr.aws/nginx/nginx:1.27")

        prices = FargateWorkerService(self, "Prices", cluster=cluster, image=image, container_ports=[8080])
        ServiceConnectDiscovery(
            self, "PricesConnect", service=prices, namespace=namespace, endpoints=[ServiceConnectEndpoint(name="prices")],
        )

        roles = TaskRoleBundle(self, "Roles")
        roles.allow("app", actions=["s3:GetObject"], resources=["arn:aws:s3:::shop-uploads/*"])

        shop = FargateWebService(
            self, "Shop",
            cluster=cluster,
            image=image,
            container_port=80,
            size=FargateSize.of(512, 1024),
            task_roles=roles,
            environment={"LOG_LEVEL": "info"},
            ingress=Ingress.public_http(),
            deployment=Deployment.canary(
                canary_percent=10,
                canary_bake_time=Duration.minutes(5),
                test_traffic=TestTraffic.with_header("X-Preview", ["green"]),
                hooks=[DeploymentHook.pause(
                    stages=[ecs.DeploymentLifecycleStage.POST_TEST_TRAFFIC_SHIFT], continue_on_timeout=True,
                )],
            ),
        )
        ServiceConnectDiscovery(self, "ShopConnect", service=shop, namespace=namespace)
        shop.connect_to(prices)


app = App()
CanaryShopStack(app, "CanaryShop")
EcsGuardrails.apply_to(app)
app.synth()
