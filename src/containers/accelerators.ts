import { Tokenization } from 'aws-cdk-lib/core';
import { checkWholeNumber } from '../checks/arguments';

const DOCS = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-gpu.html';

/** An entry of the resource requirements of a container. */
interface ResourceRequirement {
  readonly type: string;
  readonly value?: string;
  readonly sharingStrategy?: string;
}

/**
 * GPUs of the instance that a container uses. The instances need an image with the drivers: the GPU-optimized AMI of ECS.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-gpu.html
 *
 * @example
 * const capacity = new Ec2Capacity(this, 'Capacity', { cluster, instanceType: new ec2.InstanceType('g5.xlarge') });
 * new Ec2WorkerService(this, 'Render', { cluster, capacity, image, memoryLimitMiB: 8192, accelerators: Accelerators.gpu(1) });
 */
export class Accelerators {
  /**
   * Whole GPUs, which no other container uses.
   *
   * @param count the number of GPUs
   */
  public static gpu(count: number): Accelerators {
    checkWholeNumber('Accelerators.gpu', 'count', count, { min: 1, max: 64, unit: 'GPUs', docs: DOCS });
    return new Accelerators({ type: 'GPU', value: Tokenization.stringifyNumber(count) });
  }

  /**
   * All GPUs of the instance.
   */
  public static allGpus(): Accelerators {
    return new Accelerators({ type: 'GPU', value: 'ALL' });
  }

  /**
   * The GPUs of the instance, which the containers of the task share by turns.
   */
  public static sharedGpus(): Accelerators {
    return new Accelerators({ type: 'GPU', sharingStrategy: 'timeSlicing' });
  }

  private constructor(/** @internal */ public readonly _requirement: ResourceRequirement) {}
}
