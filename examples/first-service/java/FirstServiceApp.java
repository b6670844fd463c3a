import io.github.cdkecsguardrails.EcsGuardrails;
import io.github.cdkecsguardrails.FargateWebService;
import io.github.cdkecsguardrails.Ingress;
import io.github.cdkecsguardrails.RequestCountTargetScaling;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.ecs.Cluster;
import software.amazon.awscdk.services.ecs.ContainerImage;
import software.amazon.awscdk.services.ecs.ContainerInsights;
import software.constructs.Construct;

/** A load-balanced service that scales on its requests. */
class FirstServiceStack extends Stack {
    FirstServiceStack(final Construct scope, final String id) {
        super(scope, id);
        Vpc vpc = Vpc.Builder.create(this, "Vpc").maxAzs(2).natGateways(1).build();
        FargateWebService web = FargateWebService.Builder.create(this, "Web")
            .cluster(Cluster.Builder.create(this, "Cluster").vpc(vpc).containerInsightsV2(ContainerInsights.ENABLED).build())
            .image(ContainerImage.fromRegistry("public.ecr.aws/nginx/nginx:1.27"))
            .containerPort(80)
            .ingress(Ingress.publicHttp())
            .build();
        RequestCountTargetScaling.Builder.create(this, "Scaling")
            .service(web)
            .requestsPerTarget(1000)
            .minCapacity(2)
            .maxCapacity(10)
            .build();
    }
}

public class FirstServiceApp {
    public static void main(final String[] args) {
        App app = new App();
        new FirstServiceStack(app, "FirstService");
        EcsGuardrails.applyTo(app);
        app.synth();
    }
}
