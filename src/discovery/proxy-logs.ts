import * as ecs from 'aws-cdk-lib/aws-ecs';

/** The driver of another container, for the proxy: same log group, so the execution role may write there, other streams. */
export class ProxyLogs extends ecs.LogDriver {
  /** There is nothing to copy but awslogs: other drivers know nothing of the containers they serve. */
  public static like({ logDriverConfig }: ecs.ContainerDefinition): ecs.LogDriver | undefined {
    return logDriverConfig?.logDriver === 'awslogs' ? new ProxyLogs(logDriverConfig) : undefined;
  }

  private constructor(private readonly config: ecs.LogDriverConfig) {
    super();
  }

  public bind(): ecs.LogDriverConfig {
    return { ...this.config, options: { ...this.config.options, 'awslogs-stream-prefix': 'service-connect' } };
  }
}
