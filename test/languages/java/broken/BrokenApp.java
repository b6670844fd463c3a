import io.github.cdkecsguardrails.EcsGuardrails;
import io.github.cdkecsguardrails.FargateWorkerService;
import java.util.List;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ecs.CfnTaskDefinition;
import software.amazon.awscdk.services.ecs.Cluster;
import software.amazon.awscdk.services.ecs.ContainerImage;

public class BrokenApp {
    public static void main(final String[] args) {
        App app = new App();
        Stack stack = new Stack(app, "Shop");
        if (List.of(args).contains("refused")) {
            FargateWorkerService.Builder.create(stack, "Web")
                .cluster(new Cluster(stack, "Cluster"))
                .image(ContainerImage.fromRegistry("public.ecr.aws/nginx/nginx:1.27"))
                .desiredCount(-1)
                .build();
        }
        CfnTaskDefinition.Builder.create(stack, "ByHand")
            .requiresCompatibilities(List.of("FARGATE"))
            .networkMode("awsvpc")
            .cpu("256")
            .memory("300")
            .build();
        EcsGuardrails.applyTo(app);
        app.synth();
    }
}
