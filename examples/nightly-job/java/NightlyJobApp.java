import io.github.cdkecsguardrails.EcsGuardrails;
import io.github.cdkecsguardrails.FargateSize;
import io.github.cdkecsguardrails.OneOffTask;
import io.github.cdkecsguardrails.ScheduledJob;
import java.util.List;
import software.amazon.awscdk.App;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.ecs.Cluster;
import software.amazon.awscdk.services.ecs.ContainerImage;
import software.amazon.awscdk.services.ecs.ContainerInsights;
import software.amazon.awscdk.services.scheduler.CronOptionsWithTimezone;
import software.amazon.awscdk.services.scheduler.ScheduleExpression;
import software.constructs.Construct;

/** A report that is written every night, or by hand. */
class NightlyJobStack extends Stack {
    NightlyJobStack(final Construct scope, final String id) {
        super(scope, id);
        Vpc vpc = Vpc.Builder.create(this, "Vpc").maxAzs(2).natGateways(1).build();
        OneOffTask report = OneOffTask.Builder.create(this, "Report")
            .cluster(Cluster.Builder.create(this, "Cluster").vpc(vpc).containerInsightsV2(ContainerInsights.ENABLED).build())
            .size(FargateSize.of(512, 1024))
            .image(ContainerImage.fromRegistry("public.ecr.aws/docker/library/busybox:1.36"))
            .command(List.of("sh", "-c", "echo written"))
            .build();
        ScheduledJob.Builder.create(this, "EveryNight")
            .task(report)
            .schedule(ScheduleExpression.cron(CronOptionsWithTimezone.builder().minute("0").hour("3").build()))
            .timeout(Duration.hours(1))
            .build();
        CfnOutput.Builder.create(this, "RunReport").value(report.getRunTaskCommand()).build();
    }
}

public class NightlyJobApp {
    public static void main(final String[] args) {
        App app = new App();
        new NightlyJobStack(app, "NightlyJob");
        EcsGuardrails.applyTo(app);
        app.synth();
    }
}
