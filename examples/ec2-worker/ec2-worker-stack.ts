import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as sns from 'aws-cdk-lib/aws-sns';
import { Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib/core';
import { Ec2Capacity, Ec2WorkerService, QueueBacklogScaling, QueueConsumer, Subscription } from 'cdk-ecs-guardrails';
import type { Construct } from 'constructs';

export interface Ec2WorkerStackProps extends StackProps {
  readonly imageTag: string;
}

/** Receives one message at a time until the task is stopped, and deletes it when the work on it is done. */
const WORK = `
trap 'stopping=yes' TERM
while [ -z "$stopping" ]; do
  message=$(aws sqs receive-message --queue-url "$QUEUE_URL" --wait-time-seconds 10 \\
    --query 'Messages[0].[ReceiptHandle, Body]' --output text) || sleep 10
  receipt=$(printf '%s' "$message" | cut -f 1)
  [ "\${receipt:-None}" = None ] && continue
  echo "working on $(printf '%s' "$message" | cut -f 2-)"
  aws sqs delete-message --queue-url "$QUEUE_URL" --receipt-handle "$receipt"
done`;

/** A worker that empties a queue, on EC2 instances that come and go with its backlog. */
export class Ec2WorkerStack extends Stack {
  constructor(scope: Construct, id: string, props: Ec2WorkerStackProps) {
    super(scope, id, props);
    const vpc = new ec2.Vpc(this, 'Vpc', { maxAzs: 2, natGateways: 1 });
    const cluster = new ecs.Cluster(this, 'Cluster', { vpc, containerInsightsV2: ecs.ContainerInsights.ENABLED });
    const capacity = new Ec2Capacity(this, 'Capacity', {
      cluster,
      instanceType: ec2.InstanceType.of(ec2.InstanceClass.M7G, ec2.InstanceSize.LARGE),
      minCapacity: 1,
      maxCapacity: 4,
    });
    const worker = new Ec2WorkerService(this, 'Worker', {
      cluster,
      capacity,
      image: ecs.ContainerImage.fromRegistry(`public.ecr.aws/aws-cli/aws-cli:${props.imageTag}`),
      entryPoint: ['sh', '-c'],
      command: [WORK],
      memoryLimitMiB: 512,
      stopTimeout: Duration.seconds(90),
      initProcess: true,
      logging: { removalPolicy: RemovalPolicy.DESTROY },
    });

    const uploaded = new sns.Topic(this, 'Uploaded', { enforceSSL: true });
    const jobs = new QueueConsumer(this, 'Jobs', {
      service: worker,
      processingTime: Duration.seconds(60),
      subscriptions: [Subscription.topic(uploaded)],
    });
    new QueueBacklogScaling(this, 'Backlog', {
      service: worker,
      queue: jobs.queue,
      acceptableLatency: Duration.minutes(3),
      averageProcessingTime: Duration.seconds(2),
      maxCapacity: 8,
    });
  }
}
