import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type { FargateMix } from '../capacity/fargate-mix';
import type { FargateSize } from '../containers/fargate-size';

/**
 * Options of tasks on Fargate.
 */
export interface FargateOptions {
  /**
   * The cpu and memory of the task, which is what Fargate bills.
   *
   * @default FargateSize.of(256, 512)
   */
  readonly size?: FargateSize;

  /**
   * The division of the tasks between Fargate and Fargate Spot.
   *
   * With Spot the capacity providers of Fargate are associated with the cluster, if the cluster is part of the app; an imported cluster
   * must have them. Containers without a `stopTimeout` have 120 seconds to stop, the time that Spot leaves.
   *
   * @default FargateMix.onDemand()
   */
  readonly capacity?: FargateMix;

  /**
   * The processor architecture and operating system that the images are built for.
   *
   * @default - Linux on x86_64
   */
  readonly runtimePlatform?: ecs.RuntimePlatform;

  /**
   * The Fargate platform version.
   *
   * @default FargatePlatformVersion.LATEST
   */
  readonly platformVersion?: ecs.FargatePlatformVersion;

  /**
   * The disk of the task, 21 to 200 GiB; images and data share it.
   *
   * @default - the 20 GiB of every task
   */
  readonly ephemeralStorageGiB?: number;

  /**
   * If true, each task has a public IP address, which it needs for the internet in a public subnet.
   *
   * @default false
   */
  readonly assignPublicIp?: boolean;
}
