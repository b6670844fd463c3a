import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';

/**
 * Options of a mix of On-Demand Instances and Spot Instances.
 */
export interface MixedInstancesOptions {
  /**
   * The number of On-Demand Instances that start before any Spot Instance.
   */
  readonly onDemandBase: number;

  /**
   * The share of On-Demand Instances above `onDemandBase`, 0 to 100 percent. All others are Spot Instances.
   *
   * @default 0
   */
  readonly onDemandPercentAboveBase?: number;

  /**
   * The types of the instances, all of one processor architecture.
   *
   * Each type is a pool of Spot capacity in each availability zone. With fewer than three types, one pool that runs dry takes a large
   * part of the instances: the rule pack reports that.
   */
  readonly instanceTypes: ec2.InstanceType[];

  /**
   * The order in which EC2 Auto Scaling chooses pools of Spot capacity.
   *
   * @default SpotAllocationStrategy.PRICE_CAPACITY_OPTIMIZED
   * @see https://docs.aws.amazon.com/autoscaling/ec2/userguide/allocation-strategies.html
   */
  readonly strategy?: autoscaling.SpotAllocationStrategy;
}

/**
 * The way in which instances are bought.
 *
 * @example
 * const instanceTypes = [new ec2.InstanceType('m7g.large'), new ec2.InstanceType('m6g.large'), new ec2.InstanceType('c7g.large')];
 * new Ec2Capacity(this, 'Capacity', { cluster, purchase: Ec2Purchase.mixed({ onDemandBase: 1, instanceTypes }) });
 *
 * @see https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-mixed-instances-groups.html
 */
export class Ec2Purchase {
  /**
   * Starts On-Demand Instances of one type.
   *
   * @param instanceType the type of the instances
   */
  public static onDemand(instanceType: ec2.InstanceType): Ec2Purchase {
    return new Ec2Purchase([instanceType]);
  }

  /**
   * Starts some On-Demand Instances, and Spot Instances beside them, of several types.
   *
   * EC2 takes Spot Instances back two minutes after a warning. ECS drains an instance as soon as it is warned.
   *
   * @param options the number of On-Demand Instances, and the types of all instances
   */
  public static mixed(options: MixedInstancesOptions): Ec2Purchase {
    return new Ec2Purchase(options.instanceTypes, options);
  }

  private constructor(
    /** @internal */
    public readonly _instanceTypes: readonly ec2.InstanceType[],
    /** @internal */
    public readonly _mixed?: MixedInstancesOptions,
  ) {}

  /**
   * The distribution of the instances over the ways to buy them.
   *
   * @internal
   */
  public get _distribution(): autoscaling.InstancesDistribution | undefined {
    return this._mixed && {
      onDemandBaseCapacity: this._mixed.onDemandBase,
      onDemandPercentageAboveBaseCapacity: this._mixed.onDemandPercentAboveBase ?? 0,
      spotAllocationStrategy: this._mixed.strategy ?? autoscaling.SpotAllocationStrategy.PRICE_CAPACITY_OPTIMIZED,
    };
  }
}
