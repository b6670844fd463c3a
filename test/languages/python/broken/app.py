import sys

from aws_cdk import App, Stack, aws_ecs as ecs
from cdk_ecs_guardrails import EcsGuardrails, FargateWorkerService

app = App()
stack = Stack(app, "Shop")
if "refused" in sys.argv:
    FargateWorkerService(
        stack, "Web",
        cluster=ecs.Cluster(stack, "Cluster"),
        image=ecs.ContainerImage.from_registry("public.ecr.aws/nginx/nginx:1.27"),
        desired_count=-1,
    )
ecs.CfnTaskDefinition(stack, "ByHand", requires_compatibilities=["FARGATE"], network_mode="awsvpc", cpu="256", memory="300")
EcsGuardrails.apply_to(app)
app.synth()
