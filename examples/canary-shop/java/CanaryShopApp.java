import io.github.cdkecsguardrails.CanaryDeploymentOptions;
import io.github.cdkecsguardrails.ContainerPermissionOptions;
import io.github.cdkecsguardrails.Deployment;
import io.github.cdkecsguardrails.DeploymentHook;
import io.github.cdkecsguardrails.EcsGuardrails;
import io.github.cdkecsguardrails.FargateSize;
import io.github.cdkecsguardrails.FargateWebService;
import io.github.cdkecsguardrails.FargateWorkerService;
import io.github.cdkecsguardrails.Ingress;
import io.github.cdkecsguardrails.DeploymentHookOptions;
import io.github.cdkecsguardrails.ServiceConnectDiscovery;
import io.github.cdkecsguardrails.ServiceConnectEndpoint;
import io.github.cdkecsguardrails.TaskRoleBundle;
import io.github.cdkecsguardrails.TestTraffic;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.ecs.Cluster;
import software.amazon.awscdk.services.ecs.ContainerImage;
import software.amazon.awscdk.services.ecs.ContainerInsights;
import software.amazon.awscdk.services.ecs.DeploymentLifecycleStage;
import software.amazon.awscdk.services.servicediscovery.HttpNamespace;
import software.constructs.Construct;

/** A shop that calls a service of its own, deployed as a canary that waits until someone has tried it. */
class CanaryShopStack extends Stack {
    CanaryShopStack(final Construct scope, final String id) {
        super(scope, id);
        Vpc vpc = Vpc.Builder.create(this, "Vpc").maxAzs(2).natGateways(1).build();
        Cluster cluster = Cluster.Builder.create(this, "Cluster").vpc(vpc).containerInsightsV2(ContainerInsights.ENABLED).build();
        HttpNamespace namespace = HttpNamespace.Builder.create(this, "Namespace").name("shop").build();
        ContainerImage image = ContainerImage.fromRegistry("public.ecr.aws/nginx/nginx:1.27");

        FargateWorkerService prices = FargateWorkerService.Builder.create(this, "Prices")
            .cluster(cluster)
            .image(image)
            .containerPorts(List.of(8080))
            .build();
        ServiceConnectDiscovery.Builder.create(this, "PricesConnect")
            .service(prices)
            .namespace(namespace)
            .endpoints(List.of(ServiceConnectEndpoint.builder().name("prices").build()))
            .build();

        TaskRoleBundle roles = new TaskRoleBundle(this, "Roles");
        roles.allow("app", ContainerPermissionOptions.builder()
            .actions(List.of("s3:GetObject"))
            .resources(List.of("arn:aws:s3:::shop-uploads/*"))
            .build());

        FargateWebService shop = FargateWebService.Builder.create(this, "Shop")
            .cluster(cluster)
            .image(image)
            .containerPort(80)
            .size(FargateSize.of(512, 1024))
            .taskRoles(roles)
            .environment(Map.of("LOG_LEVEL", "info"))
            .ingress(Ingress.publicHttp())
            .deployment(Deployment.canary(CanaryDeploymentOptions.builder()
                .canaryPercent(10)
                .canaryBakeTime(Duration.minutes(5))
                .testTraffic(TestTraffic.withHeader("X-Preview", List.of("green")))
                .hooks(List.of(DeploymentHook.pause(DeploymentHookOptions.builder()
                    .stages(List.of(DeploymentLifecycleStage.POST_TEST_TRAFFIC_SHIFT))
                    .continueOnTimeout(true)
                    .build())))
                .build()))
            .build();
        ServiceConnectDiscovery.Builder.create(this, "ShopConnect").service(shop).namespace(namespace).build();
        shop.connectTo(prices);
    }
}

public class CanaryShopApp {
    public static void main(final String[] args) {
        App app = new App();
        new CanaryShopStack(app, "CanaryShop");
        EcsGuardrails.applyTo(app);
        app.synth();
    }
}
