from aws_cdk import App, Stack, aws_ec2 as ec2, aws_ecs as ecs
from cdk_ecs_guardrails import EcsGuardrails, FargateWebService, Ingress, RequestCountTargetScaling
from constructs import Construct


class FirstServiceStack(Stack):
    """A load-balanced service that scales on its requests."""

    def __init__(self, scope: Construct, id: str) -> None:
        super().__init__(scope, id)
        vpc = ec2.Vpc(self, "Vpc", max_azs=2, nat_gateways=1)
        web = FargateWebService(
            self, "Web",
            cluster=ecs.Cluster(self, "Cluster", vpc=vpc, container_insights_v2=ecs.ContainerInsights.ENABLED),
            image=ecs.ContainerImage.from_registry("public.ecr.aws/nginx/nginx:1.27"),
            container_port=80,
            ingress=Ingress.public_http(),
        )
        RequestCountTargetScaling(self, "Scaling", service=web, requests_per_target=1000, min_capacity=2, max_capacity=10)


app = App()
FirstServiceStack(app, "FirstService")
EcsGuardrails.apply_to(app)
app.synth()
