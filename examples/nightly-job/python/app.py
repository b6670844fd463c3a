from aws_cdk import App, CfnOutput, Duration, Stack, aws_ec2 as ec2, aws_ecs as ecs, aws_scheduler as scheduler
from cdk_ecs_guardrails import EcsGuardrails, FargateSize, OneOffTask, ScheduledJob
from constructs import Construct


class NightlyJobStack(Stack):
    """A report that is written every night, or by hand."""

    def __init__(self, scope: Construct, id: str) -> None:
        super().__init__(scope, id)
        vpc = ec2.Vpc(self, "Vpc", max_azs=2, nat_gateways=1)
        report = OneOffTask(
            self, "Report",
            cluster=ecs.Cluster(self, "Cluster", vpc=vpc, container_insights_v2=ecs.ContainerInsights.ENABLED),
            size=FargateSize.of(512, 1024),
            image=ecs.ContainerImage.from_registry("public.ecr.aws/docker/library/busybox:1.36"),
            command=["sh", "-c", "echo written"],
        )
        ScheduledJob(
            self, "EveryNight",
            task=report,
            schedule=scheduler.ScheduleExpression.cron(minute="0", hour="3"),
            timeout=Duration.hours(1),
        )
        CfnOutput(self, "RunReport", value=report.run_task_command)


app = App()
NightlyJobStack(app, "NightlyJob")
EcsGuardrails.apply_to(app)
app.synth()
