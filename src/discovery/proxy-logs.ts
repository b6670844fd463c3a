import * as ecs from 'aws-cdk-lib/aws-ecs';
import { configBeforeRouter } from '../workload/routed-logs';

/** The driver of another container, for the proxy: same log group, so the execution role may write there, other streams. */
export class ProxyLogs extends ecs.LogDriver {
  /** Copies awslogs only: other drivers don't know their containers. */
  public static like(container: ecs.ContainerDefinition): ecs.LogDriver | undefined {
    const config = configBeforeRouter(container);
    if (config?.logDriver !== 'awslogs') return undefined;
    const prefix = config.options?.['awslogs-stream-prefix'];
    // In a group that services share, the streams of the proxy name the service as those of the container do.
    const isShared = prefix !== undefined && prefix !== container.containerName;
    return new ProxyLogs(config, isShared ? `${prefix}/service-connect` : 'service-connect');
  }

  private constructor(private readonly config: ecs.LogDriverConfig, private readonly streamPrefix: string) {
    super();
  }

  public bind(): ecs.LogDriverConfig {
    return { ...this.config, options: { ...this.config.options, 'awslogs-stream-prefix': this.streamPrefix } };
  }
}
