package main

import (
	"os"
	"slices"

	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsecs"
	"github.com/aws/jsii-runtime-go"
	"github.com/cdk-ecs-guardrails/cdk-ecs-guardrails-go/ecsguardrails"
)

func main() {
	defer jsii.Close()
	app := awscdk.NewApp(nil)
	stack := awscdk.NewStack(app, jsii.String("Shop"), nil)
	if slices.Contains(os.Args, "refused") {
		ecsguardrails.NewFargateWorkerService(stack, jsii.String("Web"), &ecsguardrails.FargateWorkerServiceProps{
			Cluster:      awsecs.NewCluster(stack, jsii.String("Cluster"), nil),
			Image:        awsecs.ContainerImage_FromRegistry(jsii.String("public.ecr.aws/nginx/nginx:1.27"), nil),
			DesiredCount: jsii.Number(-1),
		})
	}
	awsecs.NewCfnTaskDefinition(stack, jsii.String("ByHand"), &awsecs.CfnTaskDefinitionProps{
		RequiresCompatibilities: jsii.Strings("FARGATE"),
		NetworkMode:             jsii.String("awsvpc"),
		Cpu:                     jsii.String("256"),
		Memory:                  jsii.String("300"),
	})
	ecsguardrails.EcsGuardrails_ApplyTo(app, nil)
	app.Synth(nil)
}
