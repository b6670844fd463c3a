package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsec2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsecs"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsscheduler"
	"github.com/aws/constructs-go/constructs/v10"
	"github.com/aws/jsii-runtime-go"
	"github.com/cdk-ecs-guardrails/cdk-ecs-guardrails-go/ecsguardrails"
)

// newNightlyJobStack makes a report that is written every night, or by hand.
func newNightlyJobStack(scope constructs.Construct, id string) {
	stack := awscdk.NewStack(scope, &id, nil)
	vpc := awsec2.NewVpc(stack, jsii.String("Vpc"), &awsec2.VpcProps{MaxAzs: jsii.Number(2), NatGateways: jsii.Number(1)})
	report := ecsguardrails.NewOneOffTask(stack, jsii.String("Report"), &ecsguardrails.OneOffTaskProps{
		Cluster: awsecs.NewCluster(stack, jsii.String("Cluster"), &awsecs.ClusterProps{
			Vpc:                 vpc,
			ContainerInsightsV2: awsecs.ContainerInsights_ENABLED,
		}),
		Size:    ecsguardrails.FargateSize_Of(jsii.Number(512), jsii.Number(1024)),
		Image:   awsecs.ContainerImage_FromRegistry(jsii.String("public.ecr.aws/docker/library/busybox:1.36"), nil),
		Command: jsii.Strings("sh", "-c", "echo written"),
	})
	ecsguardrails.NewScheduledJob(stack, jsii.String("EveryNight"), &ecsguardrails.ScheduledJobProps{
		Task:     report,
		Schedule: awsscheduler.ScheduleExpression_Cron(&awsscheduler.CronOptionsWithTimezone{Minute: jsii.String("0"), Hour: jsii.String("3")}),
		Timeout:  awscdk.Duration_Hours(jsii.Number(1)),
	})
	awscdk.NewCfnOutput(stack, jsii.String("RunReport"), &awscdk.CfnOutputProps{Value: report.RunTaskCommand()})
}

func main() {
	defer jsii.Close()
	app := awscdk.NewApp(nil)
	newNightlyJobStack(app, "NightlyJob")
	ecsguardrails.EcsGuardrails_ApplyTo(app, nil)
	app.Synth(nil)
}
