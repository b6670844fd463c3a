import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Lazy, type IResolvable, type IResolveContext } from 'aws-cdk-lib/core';
import type { DeploymentHook } from './deployment-hook';
import { cfnServiceOf } from '../workload/cfn-service';

/** Alarms and hooks that parts add to the deployments of a service. */
const KNOWN = new WeakMap<ecs.BaseService, ServiceDeployment>();

type Hook = ecs.CfnService.DeploymentLifecycleHookProperty;
type Alarms = ecs.CfnService.DeploymentAlarmsProperty;

/** Additions of parts to the deployment configuration of a service, also of a plain CDK service. */
export class ServiceDeployment {
  public static of(service: ecs.BaseService): ServiceDeployment {
    const deployment = KNOWN.get(service) ?? new ServiceDeployment(service);
    KNOWN.set(service, deployment);
    return deployment;
  }

  private readonly hooks: Hook[] = [];
  private readonly alarmNames: string[] = [];
  private rollback?: boolean;
  private hookRole?: iam.Role;
  private readonly callable = new iam.PolicyDocument();

  private constructor(private readonly service: ecs.BaseService) {
    const resource = cfnServiceOf(service);
    const configuration = resource.deploymentConfiguration as ecs.CfnService.DeploymentConfigurationProperty;
    resource.deploymentConfiguration = {
      ...configuration,
      lifecycleHooks: Lazy.uncachedAny({ produce: (context) => this.mergedHooks(context, configuration.lifecycleHooks) }, { omitEmptyArray: true }),
      alarms: Lazy.uncachedAny({ produce: (context) => this.mergedAlarms(context, configuration.alarms) }),
    };
  }

  public addHook({ _config: hook }: DeploymentHook): void {
    this.hooks.push({
      targetType: hook.targetType,
      hookTargetArn: hook.handler?.functionArn,
      roleArn: hook.handler && this.roleFor(hook.handler.functionArn),
      lifecycleStages: hook.stages,
      hookDetails: hook.details,
      timeoutConfiguration: { timeoutInMinutes: hook.timeout.toMinutes(), action: hook.continueOnTimeout ? 'CONTINUE' : 'ROLLBACK' },
    });
  }

  public addAlarms(names: readonly string[], rollback: boolean): void {
    this.alarmNames.push(...names);
    this.rollback = rollback;
  }

  /** Rollback setting of earlier alarms, if any. */
  public get saidRollback(): boolean | undefined {
    return this.rollback;
  }

  /** One role for all functions of the service, with its permissions inline: it has them as soon as it is there. */
  private roleFor(functionArn: string): string {
    this.callable.addStatements(new iam.PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [functionArn] }));
    const { id, scope } = this.service.node;
    this.hookRole ??= new iam.Role(scope!, `${id}HookRole`, {
      assumedBy: new iam.ServicePrincipal('ecs.amazonaws.com'),
      inlinePolicies: { Invoke: this.callable },
    });
    return this.hookRole.roleArn;
  }

  private mergedHooks(context: IResolveContext, own: unknown): Hook[] {
    return [...(context.resolve(own) ?? []) as Hook[], ...this.hooks];
  }

  private mergedAlarms(context: IResolveContext, own: Alarms | IResolvable | undefined): Alarms | undefined {
    const resolved = context.resolve(own) as Alarms | undefined;
    if (this.alarmNames.length === 0) return resolved;
    return {
      alarmNames: [...new Set([...resolved?.alarmNames ?? [], ...this.alarmNames])],
      enable: true,
      rollback: this.rollback!,
    };
  }
}
