package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsec2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsecs"
	"github.com/aws/constructs-go/constructs/v10"
	"github.com/aws/jsii-runtime-go"
	"github.com/cdk-ecs-guardrails/cdk-ecs-guardrails-go/ecsguardrails"
)

// newFirstServiceStack makes a load-balanced service that scales on its requests.
func newFirstServiceStack(scope constructs.Construct, id string) {
	stack := awscdk.NewStack(scope, &id, nil)
	vpc := awsec2.NewVpc(stack, jsii.String("Vpc"), &awsec2.VpcProps{MaxAzs: jsii.Number(2), NatGateways: jsii.Number(1)})
	web := ecsguardrails.NewFargateWebService(stack, jsii.String("Web"), &ecsguardrails.FargateWebServiceProps{
		Cluster: awsecs.NewCluster(stack, jsii.String("Cluster"), &awsecs.ClusterProps{
			Vpc:                 vpc,
			ContainerInsightsV2: awsecs.ContainerInsights_ENABLED,
		}),
		Image:         awsecs.ContainerImage_FromRegistry(jsii.String("public.ecr.aws/nginx/nginx:1.27"), nil),
		ContainerPort: jsii.Number(80),
		Ingress:       ecsguardrails.Ingress_PublicHttp(nil),
	})
	ecsguardrails.NewRequestCountTargetScaling(stack, jsii.String("Scaling"), &ecsguardrails.RequestCountTargetScalingProps{
		Service:           web,
		RequestsPerTarget: jsii.Number(1000),
		MinCapacity:       jsii.Number(2),
		MaxCapacity:       jsii.Number(10),
	})
}

func main() {
	defer jsii.Close()
	app := awscdk.NewApp(nil)
	newFirstServiceStack(app, "FirstService")
	ecsguardrails.EcsGuardrails_ApplyTo(app, nil)
	app.Synth(nil)
}
