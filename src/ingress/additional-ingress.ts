import type { IVpc } from 'aws-cdk-lib/aws-ec2';
import type { Construct } from 'constructs';
import type { Ingress } from './ingress';
import type { IngressConfig, IngressTarget } from './ingress-kind';
import type { TargetGroupOptions } from './target-group';
import { rolling } from '../deployment/deployment-config';

/** One more ingress has one target group, whose tasks a rolling deployment replaces. */
const DEPLOYMENT = rolling({});

/** Throws for options that can't be right. */
export function checkAdditional(at: string, ingress: Ingress, wanted: TargetGroupOptions, vpc: IVpc): void {
  ingress._check(at, wanted, DEPLOYMENT, vpc);
}

/** Makes one more ingress of a service that is there already. */
export function bindAdditional(scope: Construct, ingress: Ingress, target: Omit<IngressTarget, 'deployment'>): IngressConfig {
  return ingress._bind(scope, { ...target, deployment: DEPLOYMENT });
}
