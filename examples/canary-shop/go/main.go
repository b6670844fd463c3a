package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsec2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsecs"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsservicediscovery"
	"github.com/aws/constructs-go/constructs/v10"
	"github.com/aws/jsii-runtime-go"
	"github.com/cdk-ecs-guardrails/cdk-ecs-guardrails-go/ecsguardrails"
)

// newCanaryShopStack makes a shop that calls a service of its own, deployed as a canary that waits until someone has tried it.
func newCanaryShopStack(scope constructs.Construct, id string) {
	stack := awscdk.NewStack(scope, &id, nil)
	vpc := awsec2.NewVpc(stack, jsii.String("Vpc"), &awsec2.VpcProps{MaxAzs: jsii.Number(2), NatGateways: jsii.Number(1)})
	cluster := awsecs.NewCluster(stack, jsii.String("Cluster"), &awsecs.ClusterProps{
		Vpc:                 vpc,
		ContainerInsightsV2: awsecs.ContainerInsights_ENABLED,
	})
	namespace := awsservicediscovery.NewHttpNamespace(stack, jsii.String("Namespace"), &awsservicediscovery.HttpNamespaceProps{Name: jsii.String("shop")})
	image := awsecs.ContainerImage_FromRegistry(jsii.String("public.ecr.aws/nginx/nginx:1.27"), nil)

	prices := ecsguardrails.NewFargateWorkerService(stack, jsii.String("Prices"), &ecsguardrails.FargateWorkerServiceProps{
		Cluster:        cluster,
		Image:          image,
		ContainerPorts: &[]*float64{jsii.Number(8080)},
	})
	ecsguardrails.NewServiceConnectDiscovery(stack, jsii.String("PricesConnect"), &ecsguardrails.ServiceConnectDiscoveryProps{
		Service:   prices,
		Namespace: namespace,
		Endpoints: &[]*ecsguardrails.ServiceConnectEndpoint{{Name: jsii.String("prices")}},
	})

	roles := ecsguardrails.NewTaskRoleBundle(stack, jsii.String("Roles"), nil)
	roles.Allow(jsii.String("app"), &ecsguardrails.ContainerPermissionOptions{
		Actions:   jsii.Strings("s3:GetObject"),
		Resources: jsii.Strings("arn:aws:s3:::shop-uploads/*"),
	})

	shop := ecsguardrails.NewFargateWebService(stack, jsii.String("Shop"), &ecsguardrails.FargateWebServiceProps{
		Cluster:       cluster,
		Image:         image,
		ContainerPort: jsii.Number(80),
		Size:          ecsguardrails.FargateSize_Of(jsii.Number(512), jsii.Number(1024)),
		TaskRoles:     roles,
		Environment:   &map[string]*string{"LOG_LEVEL": jsii.String("info")},
		Ingress:       ecsguardrails.Ingress_PublicHttp(nil),
		Deployment: ecsguardrails.Deployment_Canary(&ecsguardrails.CanaryDeploymentOptions{
			CanaryPercent:  jsii.Number(10),
			CanaryBakeTime: awscdk.Duration_Minutes(jsii.Number(5)),
			TestTraffic:    ecsguardrails.TestTraffic_WithHeader(jsii.String("X-Preview"), jsii.Strings("green"), nil),
			Hooks: &[]ecsguardrails.DeploymentHook{ecsguardrails.DeploymentHook_Pause(&ecsguardrails.DeploymentHookOptions{
				Stages:            &[]awsecs.DeploymentLifecycleStage{awsecs.DeploymentLifecycleStage_POST_TEST_TRAFFIC_SHIFT},
				ContinueOnTimeout: jsii.Bool(true),
			})},
		}),
	})
	ecsguardrails.NewServiceConnectDiscovery(stack, jsii.String("ShopConnect"), &ecsguardrails.ServiceConnectDiscoveryProps{
		Service:   shop,
		Namespace: namespace,
	})
	shop.ConnectTo(prices, nil)
}

func main() {
	defer jsii.Close()
	app := awscdk.NewApp(nil)
	newCanaryShopStack(app, "CanaryShop")
	ecsguardrails.EcsGuardrails_ApplyTo(app, nil)
	app.Synth(nil)
}
